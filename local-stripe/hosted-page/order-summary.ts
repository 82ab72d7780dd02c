// What is being bought: pictures, names, quantities, the total, and the way back to the shop.
import type { Account } from '../account.ts'
import { formatAmount } from '../money/format-amount.ts'
import type { LineItem, Session } from '../store/stripe-types.ts'
import { html, type Html } from './html.ts'
import type { Messages } from './english.ts'

/** The order side of the page. */
export function orderSummary(account: Account, session: Session, messages: Messages): Html {
  const items = account.store.children('item', session.id)
  const total = formatAmount(
    { amount: session.amount_total ?? 0, currency: session.currency ?? '' },
    messages.moneyLocale,
  )
  return html`<aside class="summary">
    ${backLink(session, messages)}
    <h1 class="summary-label">${messages.total}</h1>
    <p class="summary-total" data-testid="product-summary-total-amount">${total}</p>
    <ul class="items">
      ${items.map((item) => itemRow(account, item, messages))}
    </ul>
  </aside>`
}

function backLink(session: Session, messages: Messages): Html | null {
  if (session.cancel_url === null) return null
  return html`<a class="back" href="${session.cancel_url}" data-testid="business-link" rel="noreferrer">
    <span aria-hidden="true">←</span> ${messages.back}</a
  >`
}

function itemRow(account: Account, item: LineItem, messages: Messages): Html {
  const product = item.price && account.store.find('product', item.price.product)
  const image = product?.images[0]
  const quantity = item.quantity ?? 1
  return html`<li class="item" data-testid="line-item">
    ${image ? html`<img class="item-image" src="${image}" alt="" width="48" height="48" loading="lazy" />` : noImage}
    <div class="item-text">
      <p class="item-name" data-testid="line-item-product-name">${item.description ?? ''}</p>
      ${product?.description ? html`<p class="item-note">${product.description}</p>` : null}
      ${quantity > 1 ? html`<p class="item-note">${messages.quantity} ${quantity}</p>` : null}
    </div>
    <div class="item-amount">
      <p data-testid="line-item-total-amount">${money(item, item.amount_total, messages)}</p>
      ${
        quantity > 1
          ? html`<p class="item-note">
              ${money(item, item.price?.unit_amount ?? 0, messages)} ${messages.each}
            </p>`
          : null
      }
    </div>
  </li>`
}

const noImage = html`<span class="item-image" aria-hidden="true"></span>`

function money(item: LineItem, amount: number, messages: Messages): string {
  return formatAmount({ amount, currency: item.currency }, messages.moneyLocale)
}
