// What is known of a payment at Stripe, whichever order it belongs to. Whoever adds to it or acts on it locks its row; a
// transaction that locks an order too locks the order first, so that no two wait for each other.
import { reader, type Transaction } from '#prisma/client'
import type { Dispute } from '#stripe/dispute'
import type { Refund } from '#stripe/refund'
import type { MoneyBack } from './order.ts'

const oldestFirst = [{ createdAt: 'asc' as const }, { id: 'asc' as const }]

/** Locks a payment's row for the rest of the transaction, making it if need be, and reads its refunds and disputes. */
export async function lockPaymentIntent(tx: Transaction, id: string): Promise<MoneyBack> {
  const [row] = await tx.$queryRaw<{ revision: number }[]>`
    INSERT INTO "PaymentIntent" ("id") VALUES (${id})
    ON CONFLICT ("id") DO UPDATE SET "revision" = "PaymentIntent"."revision" + 1
    RETURNING "revision"`
  // It was made just now, so there is nothing that could belong to it.
  if (row?.revision === 0) return { refunds: [], disputes: [] }
  const refunds = await tx.$queryRaw<Refund[]>`
    SELECT "id", "paymentIntentId", "amount", "currency", "status", "hasSucceeded", "createdAt" FROM "Refund"
    WHERE "paymentIntentId" = ${id} ORDER BY "createdAt", "id"`
  const disputes = await tx.$queryRaw<Dispute[]>`
    SELECT "id", "paymentIntentId", "amount", "currency", "status", "createdAt" FROM "Dispute"
    WHERE "paymentIntentId" = ${id} ORDER BY "createdAt", "id"`
  return { refunds, disputes }
}

/** What is known of a payment's refunds and disputes; of no payment, nothing. */
export async function findMoneyBack(paymentIntentId: string | null): Promise<MoneyBack> {
  if (paymentIntentId === null) return { refunds: [], disputes: [] }
  const row = await reader().paymentIntent.findUnique({
    where: { id: paymentIntentId },
    select: { refunds: { orderBy: oldestFirst }, disputes: { orderBy: oldestFirst } },
  })
  return { refunds: (row?.refunds ?? []) as Refund[], disputes: (row?.disputes ?? []) as Dispute[] }
}

/** Writes a refund, in place of what its row says. The payment's row is locked. */
export async function saveRefund(tx: Transaction, refund: Refund): Promise<void> {
  const { id, paymentIntentId, amount, currency, status, hasSucceeded, createdAt } = refund
  await tx.$executeRaw`
    INSERT INTO "Refund" ("id", "paymentIntentId", "amount", "currency", "status", "hasSucceeded", "createdAt")
    VALUES (${id}, ${paymentIntentId}, ${amount}, ${currency}, ${status}, ${hasSucceeded}, ${createdAt})
    ON CONFLICT ("id") DO UPDATE SET "amount" = excluded."amount", "currency" = excluded."currency",
      "status" = excluded."status", "hasSucceeded" = excluded."hasSucceeded", "createdAt" = excluded."createdAt"`
}

/** Writes a dispute, in place of what its row says. The payment's row is locked. */
export async function saveDispute(tx: Transaction, dispute: Dispute): Promise<void> {
  const { id, paymentIntentId, amount, currency, status, createdAt } = dispute
  await tx.$executeRaw`
    INSERT INTO "Dispute" ("id", "paymentIntentId", "amount", "currency", "status", "createdAt")
    VALUES (${id}, ${paymentIntentId}, ${amount}, ${currency}, ${status}, ${createdAt})
    ON CONFLICT ("id") DO UPDATE SET "amount" = excluded."amount", "currency" = excluded."currency",
      "status" = excluded."status", "createdAt" = excluded."createdAt"`
}
