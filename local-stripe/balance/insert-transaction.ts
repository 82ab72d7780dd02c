// A balance transaction: money that came in or went out (https://docs.stripe.com/api/balance_transactions/object).
import { seconds, type Account } from '../account.ts'
import type { BalanceTransaction } from '../store/stripe-types.ts'
import { settleInDollars } from './settle-in-dollars.ts'

const day = 24 * 3600
const daysToSettle = 2

export type Movement = {
  id: string
  /** What moved, in minor units of `currency`; below zero for what went out. */
  amount: number
  currency: string
  type: BalanceTransaction['type']
  category: string
  description: string | null
  source: string
  fee?: { amount: number; description: string }
  /** Whether the money may be paid out at once, and not only two days later. */
  available: boolean
}

/** Stores a movement in US dollars and gives it. */
export function insertTransaction(account: Account, movement: Movement): BalanceTransaction {
  const { fee, type, description, source } = movement
  const created = seconds(account)
  const settled = settleInDollars(movement)
  const available_on = movement.available ? created : midnightAfter(created, daysToSettle)
  const transaction: BalanceTransaction = {
    id: movement.id,
    object: 'balance_transaction',
    amount: settled.amount,
    available_on,
    balance_type: 'payments',
    created,
    currency: 'usd',
    description,
    exchange_rate: settled.rate,
    fee: fee?.amount ?? 0,
    fee_details:
      fee === undefined ? [] : [{ application: null, currency: 'usd', type: 'stripe_fee', ...fee }],
    net: settled.amount - (fee?.amount ?? 0),
    reporting_category: movement.category,
    source,
    status: movement.available ? 'available' : 'pending',
    type,
  }
  account.store.insert('balance_transaction', transaction, { parent: source })
  if (!movement.available) {
    account.agenda.add({ task: 'release_funds', subject: transaction.id, due: available_on * 1000 })
  }
  return transaction
}

/** Midnight in UTC, so many days after the day of a moment in seconds. */
function midnightAfter(moment: number, days: number): number {
  return (Math.floor(moment / day) + days) * day
}
