import { isDeepStrictEqual } from 'node:util'
import type { Session } from '#stripe/session'
import { mergeFacts } from './merge-facts.ts'
import type { Order, OrderFacts, ReviewReason } from './order.ts'
import { breakdownOf, chargeDoubts } from './session-charge.ts'

/**
 * What a session says about an order. A payment that is not the one this order asked for (another session, amount,
 * currency or mode) is named as a reason for review; a second session says nothing else.
 */
export function sessionFacts(order: Order, session: Session, at: Date): OrderFacts {
  const paid = session.payment === 'paid'
  if (order.sessionId !== null && order.sessionId !== session.id)
    return { ...nothing, review: paid ? ['session'] : [] }
  return {
    session: session.status,
    payment: session.payment,
    paymentIntentId: session.paymentIntentId,
    amountPaid: paid ? session.amountTotal : null,
    paidAt: paid ? at : null,
    email: session.email,
    customerName: session.customerName,
    breakdown: breakdownOf(order, session),
    shippingAddress: session.shippingAddress,
    presentment: session.presentment,
    review: paid ? mismatches(order, session) : [],
  }
}

/** The order with what a session says of it; the very same order when that is nothing new. */
export function knowing(order: Order, session: Session, at: Date): Order {
  const known = { ...order, ...mergeFacts(order, sessionFacts(order, session, at)) }
  return isDeepStrictEqual(known, order) ? order : known
}

const nothing: OrderFacts = {
  session: 'none',
  payment: 'none',
  paymentIntentId: null,
  amountPaid: null,
  paidAt: null,
  email: null,
  customerName: null,
  breakdown: null,
  shippingAddress: null,
  presentment: null,
  review: [],
}

function mismatches(order: Order, session: Session): ReviewReason[] {
  const reasons = chargeDoubts(order, session)
  if (session.currency !== order.currency) reasons.push('currency')
  if (!session.rightMode) reasons.push('mode')
  return reasons
}
