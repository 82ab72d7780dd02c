import type { Transaction } from '#prisma/client'
import type { Order } from './order.ts'
import { type ChargeRow, toBreakdown } from './order-row.ts'
import { listLines } from './settling-store.ts'

/** What a message to its shopper needs of an order. */
export type AddressedOrder = Pick<
  Order,
  'id' | 'token' | 'locale' | 'currency' | 'total' | 'breakdown' | 'email' | 'lines'
>

/** The orders that were paid by a payment intent, as they are committed: one, or none. */
export async function listOrdersOfPayment(
  tx: Transaction,
  paymentIntentId: string,
): Promise<AddressedOrder[]> {
  const rows = await tx.$queryRaw<(Omit<AddressedOrder, 'lines' | 'breakdown'> & ChargeRow)[]>`
    SELECT "id", "token", "locale", "currency", "total", "email",
      "amountSubtotal", "amountDiscount", "amountShipping", "amountTax", "amountTotal", "shippingName"
    FROM "Order" WHERE "paymentIntentId" = ${paymentIntentId}`
  const orders: AddressedOrder[] = []
  for (const row of rows)
    orders.push({ ...row, breakdown: toBreakdown(row), lines: await listLines(tx, row.id) })
  return orders
}
