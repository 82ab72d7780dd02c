import { mergeDispute } from '#domain/orders/merge-dispute'
import { transaction } from '#prisma/client'
import { listDisputes } from '#stripe/lists'
import { disputeStatuses } from '#stripe/dispute'
import { compareObjects } from './compare-objects.ts'
import { findDisputeStatuses } from './known-store.ts'
import { type Sweeping, watchOrders } from './look-after.ts'
import { findOrderOfPayment } from './order-of-event.ts'

/** Merges the disputes that Stripe lists and the shop does not know, or knows in another state. */
export async function compareDisputes(sweeping: Sweeping): Promise<void> {
  await compareObjects(sweeping, {
    name: 'disputes',
    // One is open for two or three months. https://docs.stripe.com/disputes/how-disputes-work
    days: 120,
    list: listDisputes,
    async news(disputes) {
      const known = await findDisputeStatuses(disputes.map(({ id }) => id))
      return disputes.filter(
        ({ id, status, paymentIntentId }) => paymentIntentId && rank(status) > rank(known.get(id)),
      )
    },
    async merge(dispute) {
      await watchOrders(sweeping, [() => findOrderOfPayment(dispute.paymentIntentId)], () =>
        transaction((tx) => mergeDispute(tx, dispute)),
      )
      sweeping.report.repair({ what: 'dispute', id: dispute.id, became: dispute.status })
    },
  })
}

// What is not known yet stands before all statuses.
function rank(status: string | undefined): number {
  return disputeStatuses.findIndex((one) => one === status)
}
