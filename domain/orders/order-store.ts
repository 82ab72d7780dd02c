// Orders in the database.
import { reader, type Transaction } from '#prisma/client'
import type { Order, OrderLine } from './order.ts'
import { type OrderRow, toOrder } from './order-row.ts'
import { findMoneyBack } from './payment-intent-store.ts'

const withLines = { lines: { orderBy: { sku: 'asc' }, omit: { orderId: true } } } as const

/** What of an order is fixed when it is placed. */
export type NewOrder = Pick<
  Order,
  | 'id'
  | 'token'
  | 'shopper'
  | 'idempotencyKey'
  | 'locale'
  | 'currency'
  | 'total'
  | 'shippingOffers'
  | 'createdAt'
  | 'expiresAt'
> & {
  readonly attempt: string
  readonly lines: readonly OrderLine[]
}

/** An order with the attempt it was placed by. */
export interface RunningOrder extends Order {
  readonly attempt: string
}

/** Writes an order, unless the same attempt has one already: then it writes nothing and gives false. */
export async function insertOrder(tx: Transaction, { lines, ...order }: NewOrder): Promise<boolean> {
  const { id, token, shopper, attempt, idempotencyKey, locale, currency, total, createdAt, expiresAt } = order
  const shippingOffers = JSON.stringify(order.shippingOffers)
  const inserted = await tx.$executeRaw`
    INSERT INTO "Order" ("id", "token", "shopper", "attempt", "idempotencyKey", "locale", "currency", "total", "shippingOffers", "createdAt", "expiresAt")
    VALUES (${id}, ${token}, ${shopper}, ${attempt}, ${idempotencyKey}, ${locale}, ${currency}, ${total}, ${shippingOffers}, ${createdAt}, ${expiresAt})
    ON CONFLICT ("attempt") DO NOTHING`
  if (inserted === 0) return false
  for (const { sku, name, picture, unitAmount, quantity } of lines) {
    await tx.$executeRaw`
      INSERT INTO "OrderLine" ("orderId", "sku", "name", "picture", "unitAmount", "quantity")
      VALUES (${id}, ${sku}, ${name}, ${picture}, ${unitAmount}, ${quantity})`
  }
  return true
}

/** The shopper's orders whose attempt is not over: not paid, not expired, not given up. Newest first. */
export async function listRunningOrders(shopper: string): Promise<RunningOrder[]> {
  const rows = await reader().order.findMany({
    where: { shopper, attempt: { not: null } },
    include: withLines,
    orderBy: { createdAt: 'desc' },
    take: 10,
  })
  // Nobody has paid them, so nothing of a payment can have gone back.
  return rows.map((row) => ({ ...toOrder(row, { refunds: [], disputes: [] }), attempt: row.attempt ?? '' }))
}

/** The shopper's last order, or null. */
export async function findLastOrder(shopper: string): Promise<Order | null> {
  return wholeOrder(
    await reader().order.findFirst({
      where: { shopper },
      include: withLines,
      orderBy: { createdAt: 'desc' },
    }),
  )
}

/** The order with this id, or null. */
export async function findOrder(id: string): Promise<Order | null> {
  return wholeOrder(await reader().order.findUnique({ where: { id }, include: withLines }))
}

// Ids and tokens come from addresses, and not every database can so much as look for every text.
const idForm = /^[\w-]{1,255}$/

/** The order with this session, or null. */
export async function findOrderBySession(sessionId: string): Promise<Order | null> {
  if (!idForm.test(sessionId)) return null
  return wholeOrder(await reader().order.findUnique({ where: { sessionId }, include: withLines }))
}

/** The order that was paid by this payment intent, or null. */
export async function findOrderByPayment(paymentIntentId: string): Promise<Order | null> {
  return wholeOrder(await reader().order.findFirst({ where: { paymentIntentId }, include: withLines }))
}

/** The order behind an order page's token, or null. */
export async function findOrderByToken(token: string): Promise<Order | null> {
  if (!idForm.test(token)) return null
  return wholeOrder(await reader().order.findUnique({ where: { token }, include: withLines }))
}

/** Ids of the orders that a person must look at. Newest first. */
export async function listOrdersForReview(limit: number): Promise<string[]> {
  const where = { review: { not: '' } }
  const rows = await reader().order.findMany({
    where,
    select: { id: true },
    orderBy: { createdAt: 'desc' },
    take: limit,
  })
  return rows.map(({ id }) => id)
}

/** Remembers the session made for an order. False when the order was given up meanwhile. */
export async function rememberSession(
  tx: Transaction,
  { id, sessionId, url }: { id: string; sessionId: string; url: string },
): Promise<boolean> {
  const remembered = await tx.$executeRaw`
    UPDATE "Order" SET "sessionId" = ${sessionId}, "sessionUrl" = ${url}, "session" = CASE "session" WHEN 'none' THEN 'open' ELSE "session" END
    WHERE "id" = ${id} AND "stock" <> 'released' AND ("sessionId" IS NULL OR "sessionId" = ${sessionId})`
  return remembered > 0
}

/** Ends an attempt that made no session anybody was shown. False when it has one, or was ended before. */
export async function endAttempt(tx: Transaction, id: string): Promise<boolean> {
  const ended = await tx.$executeRaw`
    UPDATE "Order" SET "attempt" = NULL, "stock" = 'released', "session" = 'expired'
    WHERE "id" = ${id} AND "stock" = 'held' AND "session" = 'none'`
  return ended > 0
}

async function wholeOrder(row: OrderRow | null): Promise<Order | null> {
  return row && toOrder(row, await findMoneyBack(row.paymentIntentId))
}
