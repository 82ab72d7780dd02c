// The balance is what the balance transactions add up to (https://docs.stripe.com/api/balance/balance_object).
import { seconds, type Account } from '../account.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Balance } from '../store/stripe-types.ts'

/** The balance as it is now, in US cents. */
export function balanceOf(account: Account): Balance {
  const now = seconds(account)
  const all = account.store.page('balance_transaction', { where: [], values: [], limit: -1 })
  const sum = (available: boolean) =>
    all.reduce((total, { available_on, net }) => (available_on <= now === available ? total + net : total), 0)
  return {
    object: 'balance',
    available: [inDollars(sum(true))],
    livemode: false,
    pending: [inDollars(sum(false))],
    refund_and_dispute_prefunding: { available: [nothing], pending: [nothing] },
  }
}

/** What was pending may be paid out now. */
export function tellOfBalance(account: Account): void {
  recordEvent(account, { type: 'balance.available', object: balanceOf(account) })
}

const nothing = { amount: 0, currency: 'usd' }

function inDollars(amount: number): Balance['available'][number] {
  return { amount, currency: 'usd', source_types: { card: amount } }
}
