import { mergeRefund } from '#domain/orders/merge-refund'
import { transaction } from '#prisma/client'
import { listRefunds } from '#stripe/lists'
import { refundStatuses } from '#stripe/refund'
import { compareObjects } from './compare-objects.ts'
import { findRefundStatuses } from './known-store.ts'
import { type Sweeping, watchOrders } from './look-after.ts'
import { findOrderOfPayment } from './order-of-event.ts'

/** Merges the refunds that Stripe lists and the shop does not know, or knows in another state. */
export async function compareRefunds(sweeping: Sweeping): Promise<void> {
  await compareObjects(sweeping, {
    name: 'refunds',
    // A bank may send one back for a month. https://docs.stripe.com/refunds#failed-refunds
    days: 30,
    list: listRefunds,
    async news(refunds) {
      const known = await findRefundStatuses(refunds.map(({ id }) => id))
      return refunds.filter(
        ({ id, status, paymentIntentId }) => paymentIntentId && rank(status) > rank(known.get(id)),
      )
    },
    async merge(refund) {
      await watchOrders(sweeping, [() => findOrderOfPayment(refund.paymentIntentId)], () =>
        transaction((tx) => mergeRefund(tx, refund, sweeping.now)),
      )
      sweeping.report.repair({ what: 'refund', id: refund.id, became: refund.status })
    },
  })
}

// What is not known yet stands before all statuses.
function rank(status: string | undefined): number {
  return refundStatuses.findIndex((one) => one === status)
}
