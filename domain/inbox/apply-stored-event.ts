import { transaction } from '#prisma/client'
import { parseWebhookEvent } from '#stripe/webhook-event'
import { applyEvent } from './handlers.ts'
import { markEvent, takeStoredEvent } from './inbox-store.ts'

interface Applying {
  readonly at: Date
  /** The state it must be in; any, when none is named. */
  readonly only?: 'pending'
}

/**
 * Applies an event that is stored, and notes what became of it, in one transaction. Null, and nothing is done: there is none
 * with this id, or not in the state it must be in. Throws what applying it throws, and DatabaseUnavailable.
 */
export function applyStoredEvent(id: string, { at, only }: Applying): Promise<'applied' | 'ignored' | null> {
  return transaction(async (tx) => {
    const taken = await takeStoredEvent(tx, id)
    if (!taken || (only && taken.state !== only)) return null
    const event = parseWebhookEvent(taken.payload)
    if (!event) throw new Error('the stored event cannot be read')
    const became = (await applyEvent(tx, event, at)) ? 'applied' : 'ignored'
    // When it was applied first stays known.
    if (became !== taken.state) await markEvent(tx, { id, state: became, at })
    return became
  })
}
