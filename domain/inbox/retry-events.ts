// Events that could not be applied when they came: tried again, and parked when that has failed often enough.
import { DatabaseUnavailable, transaction } from '#prisma/client'
import { applyStoredEvent } from './apply-stored-event.ts'
import { errorText } from './error-text.ts'
import { eventsIn, noteFailure, type StoredEvent } from './inbox-store.ts'

/** How often an event may fail before it is parked for a person to look at. */
export const patience = 10

/** What is done about an event's turn; it calls `retry` once. */
type Attend = (event: StoredEvent, retry: () => Promise<void>) => Promise<void>

/**
 * Tries every pending event again, once, and `attend` is there at each one's turn. Gives how many are applied now. One that fails
 * keeps no other from its turn, nor does one that is locked by somebody. Throws DatabaseUnavailable when no other could be
 * applied either.
 */
export async function retryEvents(
  at = new Date(),
  attend: Attend = (_event, retry) => retry(),
): Promise<number> {
  let applied = 0
  for await (const event of eventsIn('pending')) {
    await attend(event, async () => {
      if (await retryEvent(event.id, at)) applied += 1
    })
  }
  return applied
}

async function retryEvent(id: string, at: Date): Promise<boolean> {
  try {
    return (await applyOrNote(id, at)) === 'applied'
  } catch (error) {
    if (!isOfThisEvent(error)) throw error
    console.error('inbox: event has to wait', { eventId: id, error })
    return false
  }
}

async function applyOrNote(id: string, at: Date): Promise<'applied' | 'ignored' | null> {
  try {
    return await applyStoredEvent(id, { at, only: 'pending' })
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw error
    console.error('inbox: event failed again', { eventId: id, error })
    await transaction((tx) => noteFailure(tx, { id, error: errorText(error), patience }))
    return null
  }
}

// Somebody has the rows that it needs, or it took its time over them: others need other rows.
function isOfThisEvent(error: unknown): boolean {
  return error instanceof DatabaseUnavailable && (error.reason === 'locked' || error.reason === 'overrun')
}
