// The order row while it is settled. Plain statements, because every webhook waits for them.
import type { Transaction } from '#prisma/client'
import type { MoneyBack, Order, OrderLine } from './order.ts'
import { type OrderRow, toOrder } from './order-row.ts'

const notTold = {
  subtotal: null,
  discount: null,
  shipping: null,
  tax: null,
  total: null,
  shippingName: null,
}

const nothingBack: MoneyBack = { refunds: [], disputes: [] }

/**
 * Raises the order's revision, which locks its row for the rest of the transaction, and reads it, without what is known of its
 * payment. Null: no such order.
 */
export async function touchOrder(tx: Transaction, id: string): Promise<Order | null> {
  const [row] = await tx.$queryRaw<OrderRow[]>`
    UPDATE "Order" SET "revision" = "revision" + 1 WHERE "id" = ${id}
    RETURNING "id", "token", "shopper", "idempotencyKey", "locale", "currency", "total", "shippingOffers", "createdAt", "expiresAt",
      "sessionId", "sessionUrl", "session", "payment", "paymentIntentId", "amountPaid", "paidAt", "email", "customerName",
      "amountSubtotal", "amountDiscount", "amountShipping", "amountTax", "amountTotal", "shippingName",
      "shippingAddress", "presentment", "stock", "review"`
  return row ? toOrder({ ...row, lines: await listLines(tx, id) }, nothingBack) : null
}

/** The lines of an order, in the order of their skus. */
export async function listLines(tx: Transaction, orderId: string): Promise<OrderLine[]> {
  return tx.$queryRaw<OrderLine[]>`
    SELECT "sku", "name", "picture", "unitAmount", "quantity" FROM "OrderLine"
    WHERE "orderId" = ${orderId} ORDER BY "sku"`
}

/** Stores an order's facts. The attempt is over as soon as its session is. */
export async function saveFacts(tx: Transaction, order: Order): Promise<void> {
  const { id, session, payment, paymentIntentId, amountPaid, paidAt, email, customerName, stock, sessionId } =
    order
  const { subtotal, discount, shipping, tax, total, shippingName } = order.breakdown ?? notTold
  const [shippingAddress, presentment] = [order.shippingAddress, order.presentment].map(
    (told) => told && JSON.stringify(told),
  )
  const review = order.review.join(' ')
  const isOver = session === 'complete' || session === 'expired'
  await tx.$executeRaw`
    UPDATE "Order" SET "session" = ${session}, "payment" = ${payment}, "paymentIntentId" = ${paymentIntentId},
      "amountPaid" = ${amountPaid}, "paidAt" = ${paidAt}, "email" = ${email}, "customerName" = ${customerName},
      "amountSubtotal" = ${subtotal}, "amountDiscount" = ${discount}, "amountShipping" = ${shipping},
      "amountTax" = ${tax}, "amountTotal" = ${total}, "shippingName" = ${shippingName},
      "shippingAddress" = ${shippingAddress}, "presentment" = ${presentment},
      "stock" = ${stock}, "sessionId" = ${sessionId}, "review" = ${review},
      "attempt" = CASE WHEN ${isOver ? 1 : 0} = 1 THEN NULL ELSE "attempt" END
    WHERE "id" = ${id}`
}
