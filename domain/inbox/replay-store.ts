// Stored events, as they are taken up again by hand.
import type { Transaction } from '#prisma/client'
import { eventsIn } from './inbox-store.ts'

/** Notes why a stored event could not be applied by hand. Its state stays as it is. */
export async function noteReplayFailure(
  tx: Transaction,
  { id, error }: { id: string; error: string },
): Promise<void> {
  await tx.$executeRaw`UPDATE "InboxEvent" SET "error" = ${error} WHERE "id" = ${id} AND "state" IN ('pending', 'parked')`
}

/** Ids of the events in a state, those that came first first. */
export async function listEventsIn(state: 'pending' | 'parked'): Promise<string[]> {
  const ids: string[] = []
  for await (const { id } of eventsIn(state)) ids.push(id)
  return ids
}
