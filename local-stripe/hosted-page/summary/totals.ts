// From the subtotal to the total: discount, shipping, taxes. Taxes that are in the prices already are said to be so.
import { sessionDetails } from '../../checkout/session-details.ts'
import { rateOf } from '../sections/shipping.ts'
import { html, type Html } from '../html.ts'
import type { Shown } from '../shown.ts'
import { fill, percent, price } from '../text.ts'
import { promotionSection } from './promotion.ts'

/** The sums below the items. */
export function totals(shown: Shown): Html {
  const { session, messages } = shown
  const subtotal = price(session.amount_subtotal ?? 0, session.currency, messages)
  const total = price(session.amount_total ?? 0, session.currency, messages)
  return html`<div class="totals">
    ${row(messages.subtotal, subtotal, html`data-testid="order-details-footer-subtotal-amount"`)}
    ${promotionSection(shown)} ${shippingRow(shown)} ${taxRows(shown)}
    <div class="total-row total-last">
      <span>${messages.total}</span>
      <span id="OrderDetails-TotalAmount" data-testid="order-details-footer-total-amount">${total}</span>
    </div>
  </div>`
}

function row(label: string, amount: string, attributes: Html | null = null): Html {
  return html`<div class="total-row"><span>${label}</span> <span ${attributes}>${amount}</span></div>`
}

function shippingRow(shown: Shown): Html | null {
  const { account, session, messages } = shown
  const cost = session.shipping_cost
  if (cost === null) return null
  const rate = account.store.find('shipping_rate', rateOf(cost))
  const label = rate?.display_name ? `${messages.shipping} (${rate.display_name})` : messages.shipping
  const amount =
    cost.amount_subtotal === 0 ? messages.free : price(cost.amount_subtotal, session.currency, messages)
  return row(label, amount, html`data-testid="order-details-footer-shipping-amount"`)
}

function taxRows({ account, session, messages }: Shown): Html[] {
  const { taxes } = sessionDetails(account, session.id).total_details.breakdown
  return taxes.map(({ amount, rate }) => {
    const words = rate.inclusive ? messages.taxIncluded : messages.taxAdded
    const label = fill(words, { name: rate.display_name, percent: percent(rate.percentage, messages) })
    const shown = price(amount, session.currency, messages)
    return html`<div class="total-row ${rate.inclusive && 'soft'}">
      <span>${label}</span> <span>${shown}</span>
    </div>`
  })
}
