// The call to Stripe that a checkout is about: a new session for a new order, or a look at the one that is open.
import type { CartProblem } from '#domain/cart/cart-problem'
import { transaction } from '#prisma/client'
import { createSession, type SessionAnswer } from '#stripe/checkout-sessions'
import type { Session } from '#stripe/session'
import type { StripeFailure } from '#stripe/stripe-failure'
import { abandonOrder, endLostSession } from './close-order.ts'
import { bySku } from './new-order.ts'
import type { Order } from './order.ts'
import { rememberSession } from './order-store.ts'
import { readBack } from './read-back.ts'

export type OrderProblem =
  | CartProblem
  /** Stripe is down, slow or busy: nothing was charged, nothing is held, and the same click may be tried again. */
  | { readonly code: 'payment-unavailable' }
  /** Stripe refused the shop's request or key: the owner must look at it. */
  | { readonly code: 'payment-refused' }

export type PlacedOrder =
  | { readonly ok: true; readonly sessionId: string; readonly url: string }
  | { readonly ok: false; readonly problem: OrderProblem }

type PayableOrder = Pick<
  Order,
  'id' | 'idempotencyKey' | 'locale' | 'currency' | 'expiresAt' | 'lines' | 'shippingOffers'
>

/**
 * Opens the session of an order that was just written. When Stripe gives none, the order is given up and its stock released.
 * Should Stripe have made one after all, its url was shown to nobody; it expires by itself.
 * https://docs.stripe.com/error-low-level#idempotency
 */
export async function openSession(order: PayableOrder): Promise<PlacedOrder> {
  const answer = await askForSession(order)
  return answer.ok ? show(order.id, answer.session) : giveUp(order.id, answer.failure)
}

/**
 * The open session of an order, for a shopper who asks for the same again. Null when it cannot be paid any more, because it
 * was paid, has expired, is not known to Stripe, or can never be made: the order is settled then, and a new one may be placed.
 */
export async function resumeSession(order: Order, now: Date): Promise<PlacedOrder | null> {
  const { sessionId } = order
  if (!sessionId) return joinSession(order)
  const back = await readBack(sessionId)
  if (back === 'unavailable') return refuse({ code: 'payment-unavailable' })
  if (back === 'not-found') {
    await endLostSession(order, now)
    return null
  }
  const { session, sessionUrl: url } = back.order
  return session === 'open' && url ? { ok: true, sessionId, url } : null
}

/** A refusal, with its reason. */
export function refuse(problem: OrderProblem): PlacedOrder {
  return { ok: false, problem }
}

// The session of an order that somebody else has placed, or died over. While another process is making it the order is in that
// one's hands: whoever clicks next finds the session. Where Stripe failed its maker, and will say so for ever, the order is over.
async function joinSession(order: PayableOrder): Promise<PlacedOrder | null> {
  const answer = await askForSession(order)
  if (answer.ok) return show(order.id, answer.session)
  if (answer.failure === 'replayed') {
    await abandonOrder(order.id)
    return null
  }
  if (answer.failure === 'in-progress') return refuse({ code: 'payment-unavailable' })
  return giveUp(order.id, answer.failure)
}

function askForSession(order: PayableOrder): Promise<SessionAnswer> {
  const { id, idempotencyKey, locale, currency, expiresAt, shippingOffers } = order
  const lines = order.lines.toSorted(bySku)
  return createSession({ orderId: id, idempotencyKey, locale, currency, expiresAt, lines, shippingOffers })
}

async function show(id: string, { id: sessionId, url }: Session): Promise<PlacedOrder> {
  if (!url) return giveUp(id, 'unavailable')
  const remembered = await transaction((tx) => rememberSession(tx, { id, sessionId, url }))
  return remembered ? { ok: true, sessionId, url } : refuse({ code: 'payment-unavailable' })
}

async function giveUp(id: string, failure: StripeFailure): Promise<PlacedOrder> {
  await abandonOrder(id)
  return refuse(problemOf(failure))
}

function problemOf(failure: StripeFailure): OrderProblem {
  switch (failure) {
    case 'amount-too-small':
      return { code: 'amount-too-small', missing: null }
    case 'amount-too-large':
      return { code: 'amount-too-large' }
    case 'unavailable':
    case 'replayed':
    case 'in-progress':
      return { code: 'payment-unavailable' }
    case 'not-found':
    case 'refused':
      return { code: 'payment-refused' }
    default:
      return failure satisfies never
  }
}
