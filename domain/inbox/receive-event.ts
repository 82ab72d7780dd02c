import { DatabaseUnavailable, transaction } from '#prisma/client'
import { verifyWebhookEvent, type WebhookEvent } from '#stripe/webhook-event'
import { applyEvent } from './handlers.ts'
import { insertEvent, markEvent, noteFailure } from './inbox-store.ts'
import { patience } from './retry-events.ts'

/** `stored` and `repeated` are committed and may be acknowledged; `forged` may not. */
export type Received = 'stored' | 'repeated' | 'forged'

interface Delivery {
  readonly body: string
  /** The Stripe-Signature header. */
  readonly signature: string | null
  readonly at?: Date
}

/**
 * Verifies, stores and applies an event of Stripe's in one transaction that begins with its write. Returning means: committed.
 * An event that cannot be applied is stored all the same and tried again by the sweep; Stripe need not repeat it.
 * Throws DatabaseUnavailable, and then nothing is stored: Stripe sends the event again. https://docs.stripe.com/webhooks
 */
export async function receiveEvent({ body, signature, at = new Date() }: Delivery): Promise<Received> {
  const event = verifyWebhookEvent(body, signature, at)
  if (!event) return 'forged'
  try {
    return await storeAndApply(event, body, at)
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw error
    console.error('inbox: event kept for later', { eventId: event.id, type: event.type, error })
    return storeForLater({ event, payload: body, at, error: String(error) })
  }
}

function storeAndApply(event: WebhookEvent, payload: string, at: Date): Promise<Received> {
  return transaction(async (tx) => {
    if (!(await insertEvent(tx, { event, payload, at }))) return 'repeated'
    const applied = await applyEvent(tx, event, at)
    await markEvent(tx, { id: event.id, state: applied ? 'applied' : 'ignored', at })
    return 'stored'
  })
}

interface Unapplied {
  readonly event: WebhookEvent
  readonly payload: string
  readonly at: Date
  readonly error: string
}

function storeForLater({ event, payload, at, error }: Unapplied): Promise<Received> {
  return transaction(async (tx) => {
    if (!(await insertEvent(tx, { event, payload, at }))) return 'repeated'
    await noteFailure(tx, { id: event.id, error, patience })
    return 'stored'
  })
}
