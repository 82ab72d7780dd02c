// Refunds and disputes: what of a payment has gone back, or may.
import { mergeDispute } from '#domain/orders/merge-dispute'
import { mergeRefund } from '#domain/orders/merge-refund'
import { type Transaction, transaction } from '#prisma/client'
import { type Dispute, disputeStatuses } from '#stripe/dispute'
import { listDisputes, listRefunds } from '#stripe/lists'
import { type Refund, refundStatuses } from '#stripe/refund'
import { type Comparison, compareObjects } from './compare-objects.ts'
import { findDisputeStatuses, findRefundStatuses } from './known-store.ts'
import { type Sweeping, watchOrders } from './look-after.ts'
import { findOrderOfPayment } from './order-of-event.ts'

/** Merges the refunds that Stripe lists and the shop does not know, or knows in another state. */
export async function compareRefunds(sweeping: Sweeping): Promise<void> {
  await compareMoneyBack<Refund>(sweeping, {
    what: 'refund',
    // A bank may send one back for a month. https://docs.stripe.com/refunds#failed-refunds
    days: 30,
    list: listRefunds,
    statuses: refundStatuses,
    findStatuses: findRefundStatuses,
    merge: (tx, refund) => mergeRefund(tx, refund, sweeping.now),
  })
}

/** Merges the disputes that Stripe lists and the shop does not know, or knows in another state. */
export async function compareDisputes(sweeping: Sweeping): Promise<void> {
  await compareMoneyBack<Dispute>(sweeping, {
    what: 'dispute',
    // One is open for two or three months. https://docs.stripe.com/disputes/how-disputes-work
    days: 120,
    list: listDisputes,
    statuses: disputeStatuses,
    findStatuses: findDisputeStatuses,
    merge: mergeDispute,
  })
}

interface MoneyBack<Item> extends Pick<Comparison<Item>, 'days' | 'list'> {
  readonly what: 'refund' | 'dispute'
  /** Each later than what it can follow. */
  readonly statuses: readonly string[]
  readonly findStatuses: (ids: readonly string[]) => Promise<Map<string, string>>
  readonly merge: (tx: Transaction, item: Item) => Promise<unknown>
}

async function compareMoneyBack<Item extends Refund | Dispute>(
  sweeping: Sweeping,
  { what, days, list, statuses, findStatuses, merge }: MoneyBack<Item>,
): Promise<void> {
  // What is not known yet stands before all statuses.
  const rank = (status: string | undefined) => statuses.findIndex((one) => one === status)
  await compareObjects(sweeping, {
    name: `${what}s`,
    days,
    list,
    async news(items) {
      const known = await findStatuses(items.map(({ id }) => id))
      return items.filter(
        ({ id, status, paymentIntentId }) => paymentIntentId && rank(status) > rank(known.get(id)),
      )
    },
    async merge(item) {
      await watchOrders(sweeping, [() => findOrderOfPayment(item.paymentIntentId)], () =>
        transaction((tx) => merge(tx, item)),
      )
      sweeping.report.repair({ what, id: item.id, became: item.status })
    },
  })
}
