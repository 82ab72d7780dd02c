// The things in the order, each with its picture, and its quantity where the shopper may change it.
import { orderItems } from '../../checkout/order-items.ts'
import type { LineItem } from '../../store/stripe-types.ts'
import { html, type Html } from '../html.ts'
import { errorState, errorText } from '../sections/fields.ts'
import type { Shown } from '../shown.ts'
import { fill, price } from '../text.ts'
import { oneCosts } from './one-costs.ts'

/** The list of what is bought. */
export function lineItems(shown: Shown): Html {
  const items = orderItems(shown.account, shown.session.id)
  const first = items.find(({ item }) => item.adjustable_quantity?.enabled)?.item.id
  return html`<ul class="items OrderDetails-items">
    ${items.map(({ item, optional }) =>
      itemRow(shown, item, { first: item.id === first, optional: optional ?? null }),
    )}
  </ul>`
}

/** What the form calls the quantity of a line item. */
export function quantityName(item: Pick<LineItem, 'id'>): string {
  return `quantity-${item.id}`
}

type Place = { first: boolean; optional: string | null }

function itemRow(shown: Shown, item: LineItem, place: Place): Html {
  const { account, messages } = shown
  const product = item.price && account.store.find('product', item.price.product)
  const quantity = item.quantity ?? 1
  return html`<li class="item OrderDetails-item" data-testid="line-item">
    ${picture(product?.images[0])}
    <div class="item-text">
      <p class="item-name" data-testid="line-item-product-name">${item.description ?? ''}</p>
      ${product?.description ? html`<p class="item-note">${product.description}</p>` : null}
      ${
        item.adjustable_quantity?.enabled
          ? quantityChoice(shown, item, place)
          : quantity > 1 && html`<p class="item-note">${messages.quantity} ${quantity}</p>`
      }
      ${place.optional !== null && removal(shown, item, place.optional)}
    </div>
    <div class="item-amount">
      <p data-testid="line-item-total-amount">${price(item.amount_subtotal, item.currency, messages)}</p>
      ${quantity > 1 ? each(shown, item) : null}
    </div>
  </li>`
}

/** A picture, or an empty square of its size. */
export function picture(address: string | undefined): Html {
  if (address === undefined) return html`<span class="item-image" aria-hidden="true"></span>`
  return html`<img class="item-image" src="${address}" alt="" width="48" height="48" loading="lazy" />`
}

function each({ account, session, messages }: Shown, item: LineItem): Html | null {
  const currency = session.currency ?? item.currency
  const unit = item.price && oneCosts(account, item.price, currency)
  if (unit === null) return null
  return html`<p class="item-note" data-testid="line-item-amount-detail">
    ${price(unit, currency, messages)} ${messages.each}
  </p>`
}

/** Folded like Stripe's; the first has the id of Stripe's dialogue. */
function quantityChoice(shown: Shown, item: LineItem, { first }: Place): Html {
  const { messages, filled } = shown
  const name = quantityName(item)
  const wrong = filled.errors[name] !== undefined
  const value = wrong ? (filled.values[name] ?? '') : String(item.quantity)
  const label = fill(messages.quantityOf, { name: item.description ?? '' })
  return html`<details class="quantity" ${wrong && html`open`}>
    <summary class="AdjustableQuantitySelector" data-testid="line-item-adjustable-qty">
      ${messages.quantity} ${item.quantity ?? 1}
    </summary>
    <div class="quantity-fields">
      <input
        id="${first ? 'adjustQuantity' : name}"
        name="${name}"
        form="payment"
        value="${value}"
        inputmode="numeric"
        autocomplete="off"
        aria-label="${label}"
        data-enter="quantity"
        ${errorState(shown, name)}
      />
      <button class="small AdjustQuantityFooter-btn" form="payment" name="change" value="quantity">
        ${messages.update}
      </button>
    </div>
    ${errorText(shown, name)}
  </details>`
}

function removal({ messages }: Shown, item: LineItem, optional: string): Html {
  const label = fill(messages.removeItem, { name: item.description ?? '' })
  return html`<button
    class="link"
    form="payment"
    name="change"
    value="remove-${optional}"
    aria-label="${label}"
  >
    ${messages.remove}
  </button>`
}
