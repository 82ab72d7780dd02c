// Applying a stored event again, because a person says so.
import { DatabaseUnavailable, transaction } from '#prisma/client'
import { applyStoredEvent } from './apply-stored-event.ts'
import { errorText } from './error-text.ts'
import { noteReplayFailure } from './replay-store.ts'

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
    const became = await applyStoredEvent(id, { at })
    return { became: became ?? 'unknown' }
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw error
    const reason = errorText(error)
    await transaction((tx) => noteReplayFailure(tx, { id, error: reason }))
    return { became: 'failed', error: reason }
  }
}
