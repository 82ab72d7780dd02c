// Events that could not be applied when they came: tried again, and parked when that has failed often enough.
import { DatabaseUnavailable, transaction } from '#prisma/client'
import { parseWebhookEvent } from '#stripe/webhook-event'
import { applyEvent } from './handlers.ts'
import {
  listPendingEvents,
  markEvent,
  noteFailure,
  type StoredEvent,
  takePendingEvent,
} from './inbox-store.ts'

/** How often an event may fail before it is parked for a person to look at. */
export const patience = 10

const batch = 100

/** Tries up to 100 pending events again. Gives how many are applied now. One that fails keeps no other from its turn. */
export async function retryEvents(at = new Date()): Promise<number> {
  let applied = 0
  for (const event of await listPendingEvents(batch)) {
    if (await retryEvent(event, at)) applied += 1
  }
  return applied
}

async function retryEvent({ id, payload }: StoredEvent, at: Date): Promise<boolean> {
  try {
    return await transaction(async (tx) => {
      if (!(await takePendingEvent(tx, id))) return false
      const event = parseWebhookEvent(payload)
      if (!event) throw new Error('the stored event cannot be read')
      const applied = await applyEvent(tx, event, at)
      await markEvent(tx, { id, state: applied ? 'applied' : 'ignored', at })
      return applied
    })
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw error
    console.error('inbox: event failed again', { eventId: id, error })
    await transaction((tx) => noteFailure(tx, { id, error: String(error), patience }))
    return false
  }
}
