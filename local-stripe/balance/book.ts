// Which balance transactions there are, with the words and categories that Stripe uses
// (https://docs.stripe.com/reports/reporting-categories).
import type { Account } from '../account.ts'
import { recordEvent } from '../events/record-event.ts'
import { chargePlan } from '../payments/charge-plan.ts'
import { newId, siblingId } from '../store/new-id.ts'
import type { BalanceTransaction, Charge, Dispute, Refund } from '../store/stripe-types.ts'
import { tellOfBalance } from './balance.ts'
import { insertTransaction } from './insert-transaction.ts'
import { settleInDollars } from './settle-in-dollars.ts'

const disputeFee = { amount: 1500, description: 'Dispute fee' }

/** Books a charge two or three seconds after it was captured, and `charge.updated` tells of it: the agenda's task. */
export function bookCharge(account: Account, id: string): void {
  const charge = account.store.find('charge', id)
  if (charge === null || charge.balance_transaction !== null) return
  if (charge.status !== 'succeeded' || !charge.captured) return
  const { bypassesPending = false } = chargePlan(account, id).aftermath
  const { id: balance_transaction } = insertTransaction(account, {
    id: siblingId('txn_', charge.payment_intent ?? charge.id),
    amount: charge.amount_captured,
    currency: charge.currency,
    type: ofCharge(charge) ? 'charge' : 'payment',
    category: 'charge',
    description: charge.description,
    source: charge.id,
    fee: processingFee({ amount: charge.amount_captured, currency: charge.currency }),
    available: bypassesPending,
  })
  const booked = { ...charge, balance_transaction }
  account.store.save(booked)
  const previous = { balance_transaction: null }
  recordEvent(account, { type: 'charge.updated', object: booked }, { previous })
  if (bypassesPending) tellOfBalance(account)
}

/** The money of a refund leaves the balance; gives the transaction's id. */
export function bookRefund(account: Account, refund: Refund, charge: Charge): string {
  const word = ofCharge(charge) ? 'CHARGE' : 'PAYMENT'
  return insertTransaction(account, {
    id: siblingId('txn_', charge.payment_intent ?? charge.id),
    amount: -refund.amount,
    currency: refund.currency,
    type: ofCharge(charge) ? 'refund' : 'payment_refund',
    category: 'refund',
    description: withDescription(`REFUND FOR ${word}`, charge),
    source: refund.id,
    available: false,
  }).id
}

/** A refund that failed or was canceled comes back; gives the transaction's id. */
export function bookRefundFailure(account: Account, refund: Refund, charge: Charge): string {
  return insertTransaction(account, {
    id: siblingId('txn_', charge.payment_intent ?? charge.id),
    amount: refund.amount,
    currency: refund.currency,
    type: 'refund_failure',
    category: 'refund_failure',
    description: withDescription('REFUND FAILURE', charge),
    source: refund.id,
    available: false,
  }).id
}

/** The disputed amount leaves the balance, and the fee with it. */
export function bookDispute(account: Account, dispute: Dispute): BalanceTransaction {
  const description = `Chargeback withdrawal for ${dispute.charge}`
  const amount = -dispute.amount
  return moveDisputed(account, dispute, { amount, description, category: 'dispute', fee: disputeFee })
}

/** The disputed amount comes back; the fee does not. */
export function bookReinstatement(account: Account, dispute: Dispute): BalanceTransaction {
  const description = `Chargeback reversal for ${dispute.charge}`
  return moveDisputed(account, dispute, { amount: dispute.amount, description, category: 'dispute_reversal' })
}

function moveDisputed(
  account: Account,
  dispute: Dispute,
  move: { amount: number; description: string; category: string; fee?: typeof disputeFee },
): BalanceTransaction {
  const common = { type: 'adjustment', currency: dispute.currency, source: dispute.id, available: true }
  return insertTransaction(account, { id: newId('txn_1', 23), ...common, ...move })
}

/** 2.9 % and thirty cents, Stripe's price in the United States. */
function processingFee(paid: { amount: number; currency: string }): { amount: number; description: string } {
  const amount = Math.round(settleInDollars(paid).amount * 0.029) + 30
  return { amount, description: 'Stripe processing fees' }
}

/** Cards are charged; everything else is a payment. */
function ofCharge(charge: Charge): boolean {
  return charge.id.startsWith('ch_')
}

function withDescription(words: string, charge: Charge): string {
  return charge.description === null ? words : `${words} (${charge.description})`
}
