// The page at a session's `url`: the order on one side, the payment on the other, with Stripe's own element ids and
// test ids, so that a browser test written for one runs on the other.
import type { Account } from '../account.ts'
import type { Reply } from '../http/reply.ts'
import { formatAmount } from '../money/format-amount.ts'
import type { Session } from '../store/stripe-types.ts'
import { contactFields, methodFields } from './form-fields.ts'
import { html, type Html } from './html.ts'
import type { Messages } from './english.ts'
import { orderSummary } from './order-summary.ts'
import { page } from './page.ts'
import type { Errors, Values } from './read-payment-form.ts'
import { testCardList } from './test-card-list.ts'

export type Filled = { values: Values; errors: Errors; decline: keyof Messages | null }
export const nothingFilled: Filled = { values: {}, errors: {}, decline: null }

/** The checkout of an open session, as filled in so far. */
export function checkoutPage(
  account: Account,
  shown: { session: Session; messages: Messages; filled: Filled; status?: number },
): Reply {
  const { session, messages, filled, status = 200 } = shown
  const main = html`<div class="checkout">
    ${orderSummary(account, session, messages)}
    <main class="payment">
      <form class="PaymentForm-form" method="post" action="/c/pay/${session.id}" novalidate>
        ${contactFields({ session, messages, filled })} ${methodFields({ session, messages, filled })}
        <button
          class="submit"
          type="submit"
          data-testid="hosted-payment-submit-button"
          data-busy="${messages.processing}"
        >
          ${submitLabel(session, messages)}
        </button>
      </form>
      ${testCardList(session, messages)}
    </main>
  </div>`
  return page({ title: messages.pay, messages, main, status })
}

function submitLabel(session: Session, messages: Messages): Html {
  const amount = session.amount_total ?? 0
  if (amount === 0) return html`${messages.placeOrder}`
  const price = formatAmount({ amount, currency: session.currency ?? '' }, messages.moneyLocale)
  return html`${verb(session, messages)} ${price}`
}

function verb(session: Session, messages: Messages): string {
  switch (session.submit_type) {
    case 'book':
      return messages.book
    case 'donate':
      return messages.donate
    case 'subscribe':
      return messages.subscribe
    case 'pay':
    case 'auto':
    case null:
    default:
      return messages.pay
  }
}
