// For tests: orders at every point of their lives, without asking Stripe.
import { randomUUID } from 'node:crypto'
import { putOnSale } from '#domain/catalogue/test-catalogue'
import { holdStock } from '#domain/stock/stock-store'
import { reader, transaction } from '#prisma/client'
import type { Dispute } from '#stripe/dispute'
import type { Refund } from '#stripe/refund'
import type { Session } from '#stripe/session'
import { newOrder, type OrderRequest } from './new-order.ts'
import { mergeDispute } from './merge-dispute.ts'
import { mergeRefund } from './merge-refund.ts'
import type { Order } from './order.ts'
import { findOrderBySession, findOrderByToken, insertOrder, rememberSession } from './order-store.ts'
import type { PlacedOrder } from './place-order.ts'
import { quote } from './quote.ts'
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
  const order = newOrder({ request, quoted: await quote(request), now: at })
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
  const [offer] = order.shippingOffers
  const shipping = offer?.amount ?? 0
  return {
    id: order.sessionId ?? newSessionId(),
    orderId: order.id,
    status: 'complete',
    payment: 'paid',
    url: null,
    amountSubtotal: order.total,
    amountDiscount: 0,
    amountShipping: shipping,
    amountTax: 0,
    amountTotal: order.total + shipping,
    shippingChoice: offer ? 0 : null,
    currency: order.currency,
    rightMode: true,
    paymentIntentId: intentOf(order),
    email: 'shopper@example.com',
    customerName: 'Wang Fang',
    shippingAddress: null,
    presentment: null,
    ...said,
  }
}

/** What Stripe says of a session that nobody paid in time. */
export function expiredSessionOf(order: Order): Session {
  const nobody = { paymentIntentId: null, email: null, customerName: null }
  return sessionOf(order, { status: 'expired', payment: 'none', ...nobody })
}

/** The payment intent by which an order is paid. */
export function intentOf({ id }: Pick<Order, 'id'>): string {
  return `pi_${id}`
}

/** What Stripe says of a refund of an order's payment: all of it, and succeeded, unless `said` says otherwise. */
export function refundOf(order: Order, said: Partial<Refund> = {}): Refund {
  const { status = 'succeeded' } = said
  return { ...claimOf(order), id: `re_${order.id}`, status, hasSucceeded: status === 'succeeded', ...said }
}

/** What Stripe says of a dispute of an order's payment: that it waits for the shop's answer, unless `said` says otherwise. */
export function disputeOf(order: Order, said: Partial<Dispute> = {}): Dispute {
  return { ...claimOf(order), id: `du_${order.id}`, status: 'needs_response', ...said }
}

function claimOf(order: Order): Omit<Dispute, 'id' | 'status'> {
  const { total: amount, currency } = order
  return { paymentIntentId: intentOf(order), amount, currency, createdAt: new Date('2026-11-20T10:00:00Z') }
}

/** Merges what Stripe says of a refund. */
export async function takeRefund(refund: Refund): Promise<boolean> {
  return transaction((tx) => mergeRefund(tx, refund))
}

/** Merges what Stripe says of a dispute. */
export async function takeDispute(dispute: Dispute): Promise<boolean> {
  return transaction((tx) => mergeDispute(tx, dispute))
}

/** The messages that are due to an order's shopper, by kind. */
export async function mailsOf({ id }: Pick<Order, 'id'>): Promise<string[]> {
  const rows = await reader().outboxMail.findMany({ where: { orderId: id }, orderBy: { kind: 'asc' } })
  return rows.map(({ kind }) => kind)
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
export async function ordersOf(
  shopper: string,
): Promise<{ id: string; total: number; sessionId: string | null }[]> {
  return reader().order.findMany({ where: { shopper }, orderBy: { createdAt: 'asc' } })
}

function newSessionId(): string {
  return `cs_test_${randomUUID().replaceAll('-', '')}`
}
