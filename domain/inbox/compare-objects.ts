// Very rarely Stripe makes an object and cannot make its event, which then stands in no list: comparing the objects
// themselves finds it. https://docs.stripe.com/webhooks/handle-irrecoverable-events
import { transaction } from '#prisma/client'
import { stripeAccount } from '#stripe/account'
import type { Pages } from '#stripe/lists'
import type { PacedCalls } from '#stripe/paced-calls'
import { findDoneAt, markDone } from './lease-store.ts'
import { lookAfter, type Sweeping } from './look-after.ts'

const hour = 60 * 60_000

export interface Comparison<Item> {
  readonly name: 'sessions' | 'refunds' | 'disputes'
  /** How many days ago the oldest were made that can still change. */
  readonly days: number
  readonly list: (since: { since: Date; calls: PacedCalls }) => Pages<Item>
  /** Those of a page that say something the shop does not know. */
  readonly news: (items: readonly Item[]) => Promise<readonly Item[]>
  readonly merge: (item: Item) => Promise<void>
}

/**
 * Merges what Stripe has made within so many days, or since the last comparison if that is longer ago. Not within an hour of
 * the last one, unless the sweep compares in any case.
 */
export async function compareObjects<Item extends { readonly id: string }>(
  sweeping: Sweeping,
  { name, days, list, news, merge }: Comparison<Item>,
): Promise<void> {
  const { now, calls, report, comparesNow } = sweeping
  const lease = `compare ${name} ${stripeAccount()}`
  const doneAt = await findDoneAt(lease, now)
  if (!comparesNow && isRecent(doneAt, now)) return
  for await (const page of list({ since: startOf({ now, doneAt, days }), calls })) {
    const items = page.filter((item) => item !== null)
    for (let unread = page.length - items.length; unread > 0; unread -= 1) report.fail()
    for (const item of await news(items)) {
      await lookAfter(sweeping, { [name]: item.id }, () => merge(item))
    }
  }
  await transaction((tx) => markDone(tx, { name: lease, at: now }))
}

function isRecent(doneAt: Date | null, now: Date): boolean {
  return doneAt !== null && now.getTime() - doneAt.getTime() < hour
}

function startOf({ now, doneAt, days }: { now: Date; doneAt: Date | null; days: number }): Date {
  const latest = now.getTime() - days * 24 * hour
  return new Date(Math.min(doneAt?.getTime() ?? latest, latest))
}
