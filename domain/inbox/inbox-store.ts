// Stored events.
import { reader, type Transaction } from '#prisma/client'
import type { WebhookEvent } from '#stripe/webhook-event'

export interface StoredEvent {
  readonly id: string
  /** As Stripe sent it. */
  readonly payload: string
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
    WHERE "id" = ${id} AND "state" IN ('received', 'pending')`
}

/** Takes an event that is to be tried again, and keeps it from others until the transaction ends. False: it is not pending any more. */
export async function takePendingEvent(tx: Transaction, id: string): Promise<boolean> {
  const taken = await tx.$executeRaw`
    UPDATE "InboxEvent" SET "state" = 'received' WHERE "id" = ${id} AND "state" = 'pending'`
  return taken > 0
}

/** Events that could not be applied when they came, those that have failed least first. */
export async function listPendingEvents(limit: number): Promise<StoredEvent[]> {
  return reader().inboxEvent.findMany({
    where: { state: 'pending' },
    orderBy: [{ attempts: 'asc' }, { receivedAt: 'asc' }],
    take: limit,
    select: { id: true, payload: true },
  })
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
