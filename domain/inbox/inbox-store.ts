// Stored events.
import { reader, type Transaction } from '#prisma/client'
import type { WebhookEvent } from '#stripe/webhook-event'
import { walkPages } from './walk-pages.ts'

export interface StoredEvent {
  readonly id: string
  /** As Stripe sent it. */
  readonly payload: string
  readonly receivedAt: Date
}

export interface Arrival {
  readonly event: WebhookEvent
  readonly payload: string
  readonly at: Date
}

/**
 * Stores an event as what is going to become of it in this transaction, unless it is there already: then it writes nothing and
 * gives false.
 */
export async function insertEvent(
  tx: Transaction,
  { event, payload, at, state }: Arrival & { readonly state: 'applied' | 'ignored' },
): Promise<boolean> {
  const { id, type, objectId, created } = event
  const inserted = await tx.$executeRaw`
    INSERT INTO "InboxEvent" ("id", "type", "objectId", "created", "payload", "receivedAt", "state", "appliedAt")
    VALUES (${id}, ${type}, ${objectId}, ${created}, ${payload}, ${at}, ${state}, ${at})
    ON CONFLICT ("id") DO NOTHING`
  return inserted > 0
}

/** Stores an event that could not be applied, to be tried again. False when it is there already. */
export async function insertPendingEvent(
  tx: Transaction,
  { event, payload, at, error }: Arrival & { readonly error: string },
): Promise<boolean> {
  const { id, type, objectId, created } = event
  const inserted = await tx.$executeRaw`
    INSERT INTO "InboxEvent" ("id", "type", "objectId", "created", "payload", "receivedAt", "state", "attempts", "error")
    VALUES (${id}, ${type}, ${objectId}, ${created}, ${payload}, ${at}, 'pending', 1, ${error})
    ON CONFLICT ("id") DO NOTHING`
  return inserted > 0
}

/** Notes what became of a stored event: 'applied' to an order, or 'ignored' because it concerns none. */
export async function markEvent(
  tx: Transaction,
  { id, state, at }: { id: string; state: 'applied' | 'ignored'; at: Date },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "InboxEvent" SET "state" = ${state}, "appliedAt" = ${at}, "error" = NULL WHERE "id" = ${id}`
}

/** Notes that applying an event failed. It is tried again, until it has failed `patience` times: then it is parked. */
export async function noteFailure(
  tx: Transaction,
  { id, error, patience }: { id: string; error: string; patience: number },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "InboxEvent" SET "attempts" = "attempts" + 1, "error" = ${error},
      "state" = CASE WHEN "attempts" + 1 >= ${patience} THEN 'parked' ELSE 'pending' END
    WHERE "id" = ${id} AND "state" = 'pending'`
}

/** Takes a stored event, whatever became of it, and keeps it from others until the transaction ends. Null: there is none. */
export async function takeStoredEvent(
  tx: Transaction,
  id: string,
): Promise<{ payload: string; state: string } | null> {
  const taken = await tx.$executeRaw`UPDATE "InboxEvent" SET "attempts" = "attempts" WHERE "id" = ${id}`
  if (taken === 0) return null
  return tx.inboxEvent.findUniqueOrThrow({ where: { id }, select: { payload: true, state: true } })
}

/**
 * The events that are in a state, those that came first first, a page at a time. None comes twice, though it may be in that
 * state still when its turn is over.
 */
export function eventsIn(state: 'pending' | 'parked'): AsyncGenerator<StoredEvent> {
  return walkPages(({ after, limit }) => listEventsIn(state, { after, limit }))
}

interface EventPage {
  readonly after: StoredEvent | null
  readonly limit: number
}

async function listEventsIn(state: string, { after, limit }: EventPage): Promise<StoredEvent[]> {
  return reader().inboxEvent.findMany({
    where: { AND: [{ state }, laterThan(after)] },
    select: { id: true, payload: true, receivedAt: true },
    orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
    take: limit,
  })
}

function laterThan(event: StoredEvent | null) {
  if (!event) return {}
  const { receivedAt, id } = event
  // The first says nothing that the second does not, but an index can begin there.
  return { receivedAt: { gte: receivedAt }, OR: [{ receivedAt: { gt: receivedAt } }, { id: { gt: id } }] }
}

/** Ids of the events that failed too often to be tried again, newest first: a person must look at them. */
export async function listParkedEvents(limit: number): Promise<string[]> {
  const where = { state: 'parked' }
  const rows = await reader().inboxEvent.findMany({
    where,
    select: { id: true },
    orderBy: { receivedAt: 'desc' },
    take: limit,
  })
  return rows.map(({ id }) => id)
}
