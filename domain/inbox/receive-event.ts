import { DatabaseUnavailable, transaction } from '#prisma/client'
import { verifyWebhookEvent } from '#stripe/webhook-event'
import { errorText } from './error-text.ts'
import { applyEvent, handledTypes } from './handlers.ts'
import { type Arrival, insertEvent, insertPendingEvent, markEvent } from './inbox-store.ts'

/** Both are committed and may be acknowledged. */
export type Taken = 'stored' | 'repeated'

/** `forged` may not be acknowledged. */
export type Received = Taken | 'forged'

interface Delivery {
  readonly body: string
  /** The Stripe-Signature header. */
  readonly signature: string | null
  readonly at?: Date
}

/** Verifies an event that is said to be Stripe's, and takes it. Throws DatabaseUnavailable, and then nothing is stored. */
export async function receiveEvent({ body, signature, at = new Date() }: Delivery): Promise<Received> {
  const event = verifyWebhookEvent(body, signature, at)
  return event ? takeEvent({ event, payload: body, at }) : 'forged'
}

/**
 * Stores and applies an event of Stripe's in one transaction that begins with its write. Returning means: committed.
 * An event that cannot be applied is stored all the same and tried again by the sweep; Stripe need not repeat it.
 * Throws DatabaseUnavailable, and then nothing is stored: Stripe sends the event again. https://docs.stripe.com/webhooks
 */
export async function takeEvent(arrival: Arrival): Promise<Taken> {
  try {
    return await storeAndApply(arrival)
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw error
    const { id, type } = arrival.event
    console.error('inbox: event kept for later', { eventId: id, type, error })
    const kept = await transaction((tx) => insertPendingEvent(tx, { ...arrival, error: errorText(error) }))
    return kept ? 'stored' : 'repeated'
  }
}

function storeAndApply({ event, payload, at }: Arrival): Promise<Taken> {
  const isHandled = handledTypes.includes(event.type)
  return transaction(async (tx) => {
    const state = isHandled ? 'applied' : 'ignored'
    if (!(await insertEvent(tx, { event, payload, at, state }))) return 'repeated'
    const isIgnored = isHandled && !(await applyEvent(tx, event, at))
    if (isIgnored) await markEvent(tx, { id: event.id, state: 'ignored', at })
    return 'stored'
  })
}
