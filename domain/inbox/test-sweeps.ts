// For tests of the sweep: what it finds, and what it must not find from the test before.
import { putOnSale } from '#domain/catalogue/test-catalogue'
import type { Order } from '#domain/orders/order'
import { placeOrder } from '#domain/orders/place-order'
import { aRequest, orderOf, placed } from '#domain/orders/test-orders'
import { transaction } from '#prisma/client'
import type { Swept } from './sweep.ts'

const minute = 60_000

/** The time in so many minutes. */
export function inMinutes(minutes: number): Date {
  return new Date(Date.now() + minutes * minute)
}

/** What a sweep tells that found nothing to look at. */
export const nothing: Swept = { looked: 0, repairs: [], unanswered: 0, failed: 0, applied: 0 }

/** An order with its session at Stripe, waiting to be paid. */
export async function anOrderAtStripe(): Promise<{ sku: string; order: Order }> {
  const sku = await putOnSale()
  const { sessionId } = placed(await placeOrder(aRequest({ cart: [{ sku, quantity: 1 }] })))
  return { sku, order: await orderOf(sessionId) }
}

/** Empties the list: a sweep looks at every order there is. */
export async function forgetOrders(): Promise<void> {
  await transaction(async (tx) => {
    await tx.orderLine.deleteMany()
    await tx.order.deleteMany()
  })
}
