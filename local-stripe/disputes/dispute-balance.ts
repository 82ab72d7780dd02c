// The money of a dispute: taken at once with a fee, given back (without the fee) when it is won.
import { seconds, type Account } from '../account.ts'
import { newId } from '../store/new-id.ts'
import type { BalanceTransaction, Dispute } from '../store/stripe-types.ts'

const fee = 1500

type Movement = { dispute: Dispute; amount: number; fee: number; description: string; category: string }

/** The disputed amount and the fee leave the balance. */
export function withdrawal(account: Account, dispute: Dispute): BalanceTransaction {
  const description = `Chargeback withdrawal for ${dispute.charge}`
  return move(account, { dispute, amount: -dispute.amount, fee, description, category: 'dispute' })
}

/** The disputed amount comes back. */
export function reversal(account: Account, dispute: Dispute): BalanceTransaction {
  const description = `Chargeback reversal for ${dispute.charge}`
  return move(account, { dispute, amount: dispute.amount, fee: 0, description, category: 'dispute_reversal' })
}

function move(account: Account, movement: Movement): BalanceTransaction {
  const { dispute, amount, description, category } = movement
  const { currency } = dispute
  const detail = { application: null, currency, description: 'Dispute fee', type: 'stripe_fee' }
  return {
    id: newId('txn_1', 23),
    object: 'balance_transaction',
    amount,
    available_on: seconds(account),
    balance_type: 'payments',
    created: seconds(account),
    currency,
    description,
    exchange_rate: null,
    fee: movement.fee,
    fee_details: movement.fee === 0 ? [] : [{ ...detail, amount: movement.fee }],
    net: amount - movement.fee,
    reporting_category: category,
    source: dispute.id,
    status: 'pending',
    type: 'adjustment',
  }
}
