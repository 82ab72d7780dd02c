// Orders whose end is not known, in the database. Each list is one walk of the index on (session, payment, createdAt, id), so that
// it takes as long as there are such orders, however many others there are.
import { reader } from '#prisma/client'
import { type Order, type PaymentFact, paymentRanks, type SessionFact } from './order.ts'

/** An order's place in the list of all. */
export type OrderPlace = Pick<Order, 'id' | 'createdAt'>

interface OrderPage {
  /** Orders placed before this. */
  readonly before: Date
  /** The last order of the page before, whatever has become of it; null: from the beginning. */
  readonly after: OrderPlace | null
  readonly limit: number
}

/** What Stripe has said of an order's session and payment. */
export interface Standing {
  readonly session: SessionFact
  readonly payment: PaymentFact
}

/**
 * How the orders stand of which the last word is not in yet: unpaid and open, or waiting for a bank. No order goes back from one
 * to another before it: whoever lists them in this order meets those, too, that go on meanwhile.
 */
export const unsettledStandings: readonly Standing[] = [
  ...paymentRanks.map((payment) => ({ session: 'open', payment }) as const),
  { session: 'complete', payment: 'none' },
  { session: 'complete', payment: 'processing' },
]

const beginning: OrderPlace = { createdAt: new Date(0), id: '' }

/** Orders that stand so. Oldest first. */
export async function listOrdersStanding(
  { session, payment }: Standing,
  { before, after, limit }: OrderPage,
): Promise<OrderPlace[]> {
  const { createdAt, id } = after ?? beginning
  return reader().$queryRaw`
    SELECT "id", "createdAt" FROM "Order"
    WHERE "session" = ${session} AND "payment" = ${payment}
      AND ("createdAt", "id") > (${createdAt}, ${id}) AND "createdAt" < ${before}
    ORDER BY "createdAt", "id" LIMIT ${limit}`
}

/** Orders that hold stock and never came to have a session: their maker died on the way. Oldest first. */
export async function listStrandedOrders({ before, after, limit }: OrderPage): Promise<OrderPlace[]> {
  const { createdAt, id } = after ?? beginning
  // Of a payment the shop hears by its session alone.
  return reader().$queryRaw`
    SELECT "id", "createdAt" FROM "Order"
    WHERE "session" = 'none' AND "payment" = 'none' AND "stock" = 'held'
      AND ("createdAt", "id") > (${createdAt}, ${id}) AND "createdAt" < ${before}
    ORDER BY "createdAt", "id" LIMIT ${limit}`
}
