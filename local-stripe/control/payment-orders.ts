// What people do away from the API: a card holder disputes a payment long after it, a merchant cancels a refund in the
// Dashboard, a customer says which account a refund is to go to.
import type { Account } from '../account.ts'
import { cardDisputeKinds } from '../disputes/dispute-kinds.ts'
import { openDispute } from '../disputes/open-dispute.ts'
import { cancelRefund } from '../refunds/end-refund.ts'
import { receiveDetails } from '../refunds/settle-refund.ts'
import type { Charge } from '../store/stripe-types.ts'
import { BadOrder, countOf, oneOf, textOf, type Body } from './control-body.ts'
import { taking, type Order } from './order.ts'

export const paymentOrders: Record<string, Order> = {
  'POST /_local/disputes': taking(['payment_intent', 'kind', 'amount'], (account, body) =>
    account.store.transaction(() => dispute(account, body)),
  ),
  'POST /_local/refunds/details': taking(['refund'], (account, body) =>
    account.store.transaction(() => giveDetails(account, body)),
  ),
  'POST /_local/refunds/cancel': taking(['refund'], (account, body) =>
    account.store.transaction(() => cancel(account, body)),
  ),
}

function dispute(account: Account, body: Body): object {
  const kind = body['kind'] === undefined ? 'fraudulent' : oneOf(body, 'kind', cardDisputeKinds)
  const id = textOf(body, 'payment_intent')
  const intent = account.store.find('payment_intent', id)
  const charge = intent?.latest_charge ? account.store.find('charge', intent.latest_charge) : null
  if (charge?.status !== 'succeeded' || !charge.captured)
    throw new BadOrder(`There is no paid PaymentIntent ${id}.`)
  const disputed = disputedAmount(account, charge)
  const amount = countOf(body, 'amount', Math.max(0, charge.amount - charge.amount_refunded - disputed))
  if (amount === 0 || amount > charge.amount_captured - disputed) {
    throw new BadOrder('Nothing of that amount can be disputed.')
  }
  return openDispute(account, { charge, kind, amount })
}

/** What disputes have taken of a charge or may still take: nobody gets the same money back twice. */
function disputedAmount(account: Account, charge: Charge): number {
  const disputes = account.store.children('dispute', charge.id)
  const claims = disputes.filter(({ status }) => status !== 'won' && status !== 'warning_closed')
  return claims.reduce((sum, { amount }) => sum + amount, 0)
}

function cancel(account: Account, body: Body): object {
  const id = textOf(body, 'refund')
  const refund = account.store.find('refund', id)
  const canceled = refund && cancelRefund(account, refund)
  if (canceled === null) throw new BadOrder(`There is no refund ${id} that can still be canceled.`)
  return canceled
}

/** The customer answers the mail that asks for an account. */
function giveDetails(account: Account, body: Body): object {
  const id = textOf(body, 'refund')
  const refund = account.store.find('refund', id)
  const pending = refund && receiveDetails(account, refund)
  if (pending === null) throw new BadOrder(`There is no refund ${id} that waits for the customer.`)
  return pending
}
