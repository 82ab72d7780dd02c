import { type Order, type OrderStatus, statusOf } from '#domain/orders/order'

export type ShownStatus =
  | Exclude<OrderStatus, 'partially_refunded' | 'disputed' | 'charged_back'>
  | 'partly-refunded'
  | 'returned'

/**
 * What of an order's status is the shopper's to read. What goes on between the shop and a bank is not: an order with a claim on
 * it is shown as what has been paid and given back, and one whose money the bank took back as that.
 */
export function shownStatus(order: Order): ShownStatus {
  const status = statusOf(order)
  if (status === 'partially_refunded') return 'partly-refunded'
  if (status === 'charged_back') return 'returned'
  return status === 'disputed' ? shownStatus({ ...order, disputes: [] }) : status
}

/** Where the words for a status begin in the messages. */
export function keyOf(status: ShownStatus) {
  return status === 'paid' ? ('success' as const) : (`success.${status}` as const)
}
