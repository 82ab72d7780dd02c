import { transaction } from '#prisma/client'
import { enqueueReceiptAgain, isReceiptDue } from './enqueue-mails.ts'
import type { Order } from './order.ts'

const mostADay = 3

/** `none`: there is no receipt to send, because the order is not paid, or nobody has told an address. */
export type ResentReceipt = 'sent' | 'none' | 'too-often'

/** Whether an order has a receipt that can be sent again. */
export function hasReceipt(order: Order): boolean {
  return isReceiptDue(order) && order.email !== null
}

/**
 * Has an order's receipt sent again, to the address that Stripe told with the payment and to no other; at most three times a
 * day of the UTC calendar. Each time has a name of its own, so that no two requests, however close, can have the same.
 */
export async function resendReceipt(order: Order, now = new Date()): Promise<ResentReceipt> {
  if (!hasReceipt(order)) return 'none'
  const day = now.toISOString().slice(0, 10)
  return transaction(async (tx) => {
    for (let time = 1; time <= mostADay; time += 1)
      if (await enqueueReceiptAgain(tx, { order, name: `${day}:${time}`, now })) return 'sent'
    return 'too-often'
  })
}
