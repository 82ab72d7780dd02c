// Stored events.
import type { Transaction } from '#prisma/client'
import type { WebhookEvent } from '#stripe/webhook-event'

/** Stores an event, unless it is there already: then it writes nothing and gives false. */
export async function insertEvent(
  tx: Transaction,
  { event, payload, at }: { event: WebhookEvent; payload: string; at: Date },
): Promise<boolean> {
  const { id, type, objectId, created } = event
  const inserted = await tx.$executeRaw`
    INSERT INTO "InboxEvent" ("id", "type", "objectId", "created", "payload", "receivedAt", "state")
    VALUES (${id}, ${type}, ${objectId}, ${created}, ${payload}, ${at}, 'received')
    ON CONFLICT ("id") DO NOTHING`
  return inserted > 0
}

/** Notes what became of a stored event: 'applied' to an order, or 'ignored' because it concerns none. */
export async function markEvent(
  tx: Transaction,
  { id, state, at }: { id: string; state: 'applied' | 'ignored'; at: Date },
): Promise<void> {
  await tx.inboxEvent.update({ where: { id }, data: { state, appliedAt: at }, select: { id: true } })
}
