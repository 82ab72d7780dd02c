// For tests: orders at every point of their lives, without asking Stripe.
import { randomUUID } from 'node:crypto'
import { priceCart } from '#domain/cart/price-cart'
import { putOnSale } from '#domain/catalogue/test-catalogue'
import { holdStock } from '#domain/stock/stock-store'
import { reader, transaction } from '#prisma/client'
import type { Session } from '#stripe/session'
import { newOrder, type OrderRequest } from './new-order.ts'
import type { Order } from './order.ts'
import { findOrderBySession, findOrderByToken, insertOrder, rememberSession } from './order-store.ts'
import type { PlacedOrder } from './place-order.ts'
import { settleOrder } from './settle-order.ts'

/** A request to buy: a new shopper, paying in dollars and reading English. */
export function aRequest(request: Partial<OrderRequest> & Pick<OrderRequest, 'cart'>): OrderRequest {
  return { currency: 'usd', locale: 'en', shopper: `shopper-${randomUUID()}`, ...request }
}

interface PendingOrder {
  readonly sku?: string
  readonly quantity?: number
  readonly shopper?: string
  /** Whether it has a session already. */
  readonly opened?: boolean
  readonly at?: Date
}

/** An order for `quantity` cups whose stock is held, with an open session unless `opened` is false. */
export async function aPendingOrder(pending: PendingOrder = {}): Promise<Order> {
  const { sku = await putOnSale(), quantity = 1, opened = true, at = new Date(), ...rest } = pending
  const request = aRequest({ cart: [{ sku, quantity }], ...rest })
  const priced = await priceCart(request.cart, request.currency)
  const order = newOrder({ request, priced, now: at })
  const { id } = order
  await transaction(async (tx) => {
    await insertOrder(tx, order)
    const short = await holdStock(tx, order.lines)
    if (short) throw new Error(`nothing left of ${short.sku}`)
    if (opened) await rememberSession(tx, { id, sessionId: newSessionId(), url: 'https://pay.example' })
  })
  return readOrder(order.token)
}

/** What Stripe says of an order's session: paid in full, unless `said` says otherwise. */
export function sessionOf(order: Order, said: Partial<Session> = {}): Session {
  return {
    id: order.sessionId ?? newSessionId(),
    orderId: order.id,
    status: 'complete',
    payment: 'paid',
    url: null,
    amountTotal: order.total,
    currency: order.currency,
    rightMode: true,
    paymentIntentId: 'pi_test_1',
    email: 'shopper@example.com',
    customerName: 'Wang Fang',
    ...said,
  }
}

/** What Stripe says of a session that nobody paid in time. */
export function expiredSessionOf(order: Order): Session {
  const nobody = { paymentIntentId: null, email: null, customerName: null }
  return sessionOf(order, { status: 'expired', payment: 'none', ...nobody })
}

/** Settles an order by what Stripe says. */
export async function settle(session: Session, at = new Date()): Promise<Order | null> {
  return transaction((tx) => settleOrder(tx, { session, at }))
}

/** An order as it is in the database now. */
export async function readOrder(token: string): Promise<Order> {
  const order = await findOrderByToken(token)
  if (!order) throw new Error('no such order')
  return order
}

/** The session of an order that was placed. Throws when it was refused. */
export function placed(answer: PlacedOrder): { sessionId: string; url: string } {
  if (!answer.ok) throw new Error(`refused: ${answer.problem.code}`)
  return answer
}

/** The order that has this session. */
export async function orderOf(sessionId: string): Promise<Order> {
  const order = await findOrderBySession(sessionId)
  if (!order) throw new Error('no such order')
  return order
}

/** The only line of an order. */
export function lineOf({ lines }: Order): Order['lines'][number] {
  const [line] = lines
  if (!line) throw new Error('no line')
  return line
}

/** The orders of a shopper, oldest first. */
export async function ordersOf(shopper: string): Promise<{ id: string; sessionId: string | null }[]> {
  return reader().order.findMany({ where: { shopper }, orderBy: { createdAt: 'asc' } })
}

function newSessionId(): string {
  return `cs_test_${randomUUID().replaceAll('-', '')}`
}
