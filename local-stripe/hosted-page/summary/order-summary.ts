// What is being bought and what it comes to, and the way back to the shop.
import { shopName, shopPicture } from '../brand.ts'
import { html, type Html } from '../html.ts'
import { errorText } from '../sections/fields.ts'
import type { Shown } from '../shown.ts'
import { price } from '../text.ts'
import { lineItems } from './line-items.ts'
import { optionalItems } from './optional-items.ts'
import { totals } from './totals.ts'

/** The order side of the page. */
export function orderSummary(shown: Shown): Html {
  const { session, messages } = shown
  const total = price(session.amount_total ?? 0, session.currency, messages)
  return html`<aside class="summary" data-part="summary" data-testid="order-summary-column">
    ${backLink(shown)}
    <h1 class="summary-label" data-testid="product-summary-name">${messages.total}</h1>
    <p class="summary-total" id="ProductSummary-totalAmount" data-testid="product-summary-total-amount">
      ${total}
    </p>
    <section class="details" data-testid="order-details">
      ${lineItems(shown)} ${errorText(shown, 'optional')} ${optionalItems(shown)} ${totals(shown)}
    </section>
  </aside>`
}

/** The way back, under the shop's name and picture where it gave them. */
function backLink({ session, messages }: Shown): Html | null {
  const picture = shopPicture(session)
  const image = picture && html`<img class="shop-picture" src="${picture}" alt="" height="28" />`
  const name = shopName(session)
  if (session.cancel_url === null) {
    return name === null && image === null ? null : html`<p class="back">${image} ${name}</p>`
  }
  const label = name === null ? messages.back : html`<span class="hidden">${messages.back}:</span> ${name}`
  return html`<a class="back" href="${session.cancel_url}" data-testid="business-link" rel="noreferrer">
    <span aria-hidden="true">←</span> ${image} ${label}</a
  >`
}
