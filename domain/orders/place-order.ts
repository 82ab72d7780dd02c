// From a cart to the place where it is paid. The order, its stock and its idempotency key are committed before Stripe
// is asked, so that whatever happens in between, Stripe never holds a session that the shop knows nothing of.
import type { CartProblem } from '#domain/cart/cart-problem'
import { priceCart } from '#domain/cart/price-cart'
import { findVariants } from '#domain/catalogue/product-store'
import { holdStock, type StockLine } from '#domain/stock/stock-store'
import { transaction } from '#prisma/client'
import { createSession } from '#stripe/checkout-sessions'
import type { StripeFailure } from '#stripe/stripe-failure'
import { abandonOrder, closeOrder } from './close-order.ts'
import { attemptOf, newOrder, type OrderRequest } from './new-order.ts'
import type { Order } from './order.ts'
import {
  insertOrder,
  listRunningOrders,
  type NewOrder,
  rememberSession,
  type RunningOrder,
} from './order-store.ts'

export type OrderProblem =
  | CartProblem
  /** Stripe is down, slow or busy: nothing was charged, nothing is held, and the same click may be tried again. */
  | { readonly code: 'payment-unavailable' }
  /** Stripe refused the shop's request or key: the owner must look at it. */
  | { readonly code: 'payment-refused' }

export type PlacedOrder =
  | { readonly ok: true; readonly sessionId: string; readonly url: string }
  | { readonly ok: false; readonly problem: OrderProblem }

type PayableOrder = Pick<Order, 'id' | 'idempotencyKey' | 'locale' | 'currency' | 'expiresAt' | 'lines'>

const minute = 60_000
// Clicks that come while an attempt is being placed share its answer. Stripe would refuse a second call with a key that
// is in use, and the refused one would give up the order of the other.
const placing = new Map<string, Promise<PlacedOrder>>()

/**
 * Places an order and opens its Checkout Session: one call to Stripe. The same shopper asking again for the same cart gets
 * the same session; asking for another cart closes it, so that nobody's own earlier hold stands in their way.
 * Throws DatabaseUnavailable.
 */
export function placeOrder(request: OrderRequest, now = new Date()): Promise<PlacedOrder> {
  const attempt = attemptOf(request)
  const answer = placing.get(attempt) ?? place(request, now).finally(() => placing.delete(attempt))
  placing.set(attempt, answer)
  return answer
}

async function place(request: OrderRequest, now: Date): Promise<PlacedOrder> {
  const attempt = attemptOf(request)
  for (const order of await listRunningOrders(request.shopper)) {
    if (order.attempt === attempt && isPayable(order, now))
      return order.sessionId && order.sessionUrl
        ? placed(order.sessionId, order.sessionUrl)
        : openSession(order)
    if (!(await closeOrder(order, now))) return refuse({ code: 'payment-unavailable' })
  }
  const priced = await priceCart(request.cart, request.currency)
  if (priced.problem) return refuse(priced.problem)
  const order = newOrder({ request, priced, now })
  const written = await writeOrder(order)
  if (written === 'written') return openSession(order)
  return written === 'running' ? place(request, now) : refuse(written)
}

// Stripe makes no session for less than half an hour, and one with less than five minutes left is not worth sending a
// shopper to.
function isPayable({ sessionUrl, expiresAt }: RunningOrder, now: Date): boolean {
  return expiresAt.getTime() - now.getTime() > (sessionUrl ? 5 : 30) * minute
}

// One transaction: the order and all of its stock, or nothing. 'running': a twin in another process was faster.
async function writeOrder(order: NewOrder): Promise<'written' | 'running' | CartProblem> {
  try {
    return await transaction(async (tx) => {
      if (!(await insertOrder(tx, order))) return 'running'
      const short = await holdStock(tx, order.lines)
      if (short) throw new SoldOut(short)
      return 'written'
    })
  } catch (error) {
    if (error instanceof SoldOut) return soldOut(error.line)
    throw error
  }
}

async function soldOut({ sku }: StockLine): Promise<CartProblem> {
  const [variant] = await findVariants([sku])
  return { code: 'sold-out', sku, available: variant?.available ?? 0 }
}

/** Thrown to roll the order back; never leaves this file. */
class SoldOut extends Error {
  readonly line: StockLine

  constructor(line: StockLine) {
    super(`sold out: ${line.sku}`)
    this.line = line
  }
}

// When Stripe gives no session, the order is given up and its stock released. Should Stripe have made one after all, its
// url was shown to nobody; it expires by itself. https://docs.stripe.com/error-low-level#idempotency
async function openSession(order: PayableOrder): Promise<PlacedOrder> {
  const { id, idempotencyKey, locale, currency, expiresAt, lines } = order
  const answer = await createSession({ orderId: id, idempotencyKey, locale, currency, expiresAt, lines })
  const url = answer.ok ? answer.session.url : null
  if (!answer.ok || !url) {
    await abandonOrder(id)
    return refuse(problemOf(answer.ok ? 'unavailable' : answer.failure))
  }
  const sessionId = answer.session.id
  const remembered = await transaction((tx) => rememberSession(tx, { id, sessionId, url }))
  return remembered ? placed(sessionId, url) : refuse({ code: 'payment-unavailable' })
}

function problemOf(failure: StripeFailure): OrderProblem {
  switch (failure) {
    case 'amount-too-small':
      return { code: 'amount-too-small', missing: null }
    case 'amount-too-large':
      return { code: 'amount-too-large' }
    case 'unavailable':
      return { code: 'payment-unavailable' }
    case 'not-found':
    case 'refused':
      return { code: 'payment-refused' }
    default:
      return failure satisfies never
  }
}

function placed(sessionId: string, url: string): PlacedOrder {
  return { ok: true, sessionId, url }
}

function refuse(problem: OrderProblem): PlacedOrder {
  return { ok: false, problem }
}
