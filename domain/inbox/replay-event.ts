// Applying a stored event again, because a person says so.
import { DatabaseUnavailable, transaction } from '#prisma/client'
import { parseWebhookEvent } from '#stripe/webhook-event'
import { applyEvent } from './handlers.ts'
import { markEvent } from './inbox-store.ts'
import { noteReplayFailure, takeStoredEvent } from './replay-store.ts'

export type Replayed =
  | { readonly became: 'applied' | 'ignored' }
  /** It cannot be applied now either; `error` says why, and it stays as it was. */
  | { readonly became: 'failed'; readonly error: string }
  /** No event with this id is stored. */
  | { readonly became: 'unknown' }

/**
 * Applies a stored event again, whatever became of it before: one that was applied changes nothing, one that was parked has
 * another chance. Throws DatabaseUnavailable.
 */
export async function replayEvent(id: string, at = new Date()): Promise<Replayed> {
  try {
    return await replay(id, at)
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw error
    const reason = errorText(error)
    await transaction((tx) => noteReplayFailure(tx, { id, error: reason }))
    return { became: 'failed', error: reason }
  }
}

function replay(id: string, at: Date): Promise<Replayed> {
  return transaction(async (tx) => {
    const taken = await takeStoredEvent(tx, id)
    if (!taken) return { became: 'unknown' }
    const event = parseWebhookEvent(taken.payload)
    if (!event) throw new Error('the stored event cannot be read')
    const became = (await applyEvent(tx, event, at)) ? 'applied' : 'ignored'
    // When it was applied first stays known.
    if (became !== taken.state) await markEvent(tx, { id, state: became, at })
    return { became }
  })
}

// Not every database holds U+0000, and an error may quote what was sent.
function errorText(error: unknown): string {
  return String(error).replaceAll('\u0000', '').toWellFormed()
}
