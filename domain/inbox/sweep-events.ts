// Events that are with us and were not applied, and events that Stripe made and could not deliver.
import { transaction } from '#prisma/client'
import { stripeAccount } from '#stripe/account'
import { type ListedEvent, listUndeliveredEvents } from '#stripe/lists'
import { parseWebhookEvent, type WebhookEvent } from '#stripe/webhook-event'
import { handledTypes } from './handlers.ts'
import type { StoredEvent } from './inbox-store.ts'
import { findKnownEvents } from './known-store.ts'
import { findDoneAt, markDone } from './lease-store.ts'
import { lookAfter, type Sweeping, watchOrders } from './look-after.ts'
import { findersOf } from './order-of-event.ts'
import { takeEvent } from './receive-event.ts'
import { retryEvents } from './retry-events.ts'

const day = 24 * 60 * 60_000
// Stripe lists no older events.
const longest = 30 * day

/** Tries events again that could not be applied when they came. */
export async function retryKeptEvents(sweeping: Sweeping): Promise<void> {
  await retryEvents(sweeping.now, async (stored, retry) => {
    await sweeping.held.keep()
    const event = readStored(stored)
    const events = event ? [event] : []
    await watchOrders(sweeping, findersOf(events), retry)
    await reportEvents(sweeping, events)
  })
}

// One that cannot be read is for `retryEvents` to complain of.
function readStored({ payload }: StoredEvent): WebhookEvent | null {
  try {
    return parseWebhookEvent(payload)
  } catch {
    return null
  }
}

/**
 * Takes the events that Stripe could not deliver, as if they had been. Looks at those made since a day before the last time it
 * came to the end of the list: what was made earlier is here, delivered or taken.
 */
export async function takeUndeliveredEvents(sweeping: Sweeping): Promise<void> {
  const { now, calls, report } = sweeping
  const name = `undelivered ${stripeAccount()}`
  const since = startOf(now, await findDoneAt(name, now))
  const { failed } = report
  for await (const page of listUndeliveredEvents({ types: handledTypes, since, calls })) {
    const listed = page.filter((item) => item !== null)
    for (let unread = page.length - listed.length; unread > 0; unread -= 1) report.fail()
    await takeUnknown(sweeping, listed)
  }
  // One that could not be stored may be the next time; one that could not be read, by the next version of the shop.
  if (report.failed === failed) await transaction((tx) => markDone(tx, { name, at: now }))
}

function startOf(now: Date, doneAt: Date | null): Date {
  const earliest = now.getTime() - longest
  // A day, because clocks differ: ours from Stripe's, and from what ours was.
  const overlapping = (doneAt?.getTime() ?? earliest) - day
  return new Date(Math.max(overlapping, earliest))
}

async function takeUnknown(sweeping: Sweeping, page: readonly ListedEvent[]): Promise<void> {
  const known = await findKnownEvents(page.map(({ event }) => event.id))
  const unknown = page.filter(({ event }) => !known.has(event.id)).toReversed()
  const events = unknown.map(({ event }) => event)
  await watchOrders(sweeping, findersOf(events), () => takeAll(sweeping, unknown))
  await reportEvents(sweeping, events)
}

async function takeAll(sweeping: Sweeping, listed: readonly ListedEvent[]): Promise<void> {
  for (const { event, payload } of listed) {
    await lookAfter(sweeping, { eventId: event.id }, async () => {
      await takeEvent({ event, payload, at: sweeping.now })
    })
  }
}

async function reportEvents({ report }: Sweeping, events: readonly WebhookEvent[]): Promise<void> {
  for (const [id, { type, state }] of await findKnownEvents(events.map((event) => event.id))) {
    // What does not concern the shop is stored, and no news; what failed again is told among the events that wait.
    if (state === 'applied') report.repair({ what: 'event', id, became: `${type}, applied` })
  }
}
