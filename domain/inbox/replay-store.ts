// Stored events, as they are taken up again by hand.
import { reader, type Transaction } from '#prisma/client'

export interface TakenEvent {
  /** As Stripe sent it. */
  readonly payload: string
  readonly state: string
}

/** Takes a stored event, whatever became of it, and keeps it from others until the transaction ends. Null: there is none. */
export async function takeStoredEvent(tx: Transaction, id: string): Promise<TakenEvent | null> {
  const taken = await tx.$executeRaw`UPDATE "InboxEvent" SET "attempts" = "attempts" WHERE "id" = ${id}`
  if (taken === 0) return null
  return tx.inboxEvent.findUniqueOrThrow({ where: { id }, select: { payload: true, state: true } })
}

/** Notes why a stored event could not be applied by hand. Its state stays as it is. */
export async function noteReplayFailure(
  tx: Transaction,
  { id, error }: { id: string; error: string },
): Promise<void> {
  await tx.$executeRaw`UPDATE "InboxEvent" SET "error" = ${error} WHERE "id" = ${id} AND "state" IN ('pending', 'parked')`
}

/** Ids of the events in a state, those that came first first. */
export async function listEventsIn(state: 'pending' | 'parked'): Promise<string[]> {
  const rows = await reader().inboxEvent.findMany({
    where: { state },
    select: { id: true },
    orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id }) => id)
}
