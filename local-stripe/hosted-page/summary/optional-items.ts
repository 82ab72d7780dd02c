// What the shopper may add to the order, and has not yet.
import { orderItems } from '../../checkout/order-items.ts'
import type { Session } from '../../store/stripe-types.ts'
import { html, type Html } from '../html.ts'
import type { Shown } from '../shown.ts'
import { fill, price } from '../text.ts'
import { picture } from './line-items.ts'
import { oneCosts } from './one-costs.ts'

/** The things that are offered besides; nothing when there are none left. */
export function optionalItems(shown: Shown): Html | null {
  const { account, session, messages } = shown
  const chosen = new Set(orderItems(account, session.id).map((item) => item.optional))
  const offered = (session.optional_items ?? []).filter((item) => !chosen.has(item.price))
  if (offered.length === 0) return null
  return html`<section class="offers" data-testid="optional-items">
    <h2 class="offers-title">${messages.optionalItems}</h2>
    <ul class="items">
      ${offered.map((item) => offer(shown, item))}
    </ul>
  </section>`
}

function offer(shown: Shown, item: NonNullable<Session['optional_items']>[number]): Html | null {
  const { account, session, messages } = shown
  const stored = account.store.find('price', item.price)
  const product = stored && account.store.find('product', stored.product)
  if (stored === null || product === null) return null
  const currency = session.currency ?? stored.currency
  const unit = oneCosts(account, stored, currency)
  const label = fill(messages.addItem, { name: product.name })
  return html`<li class="item">
    ${picture(product.images[0])}
    <div class="item-text">
      <p class="item-name">${product.name}</p>
      <p class="item-note">
        ${unit !== null && price(unit, currency, messages)} ${item.quantity > 1 && `× ${item.quantity}`}
      </p>
    </div>
    <button class="small" form="payment" name="change" value="add-${item.price}" aria-label="${label}">
      ${messages.add}
    </button>
  </li>`
}
