import { transaction } from '#prisma/client'
import { verifyWebhookEvent } from '#stripe/webhook-event'
import { applyEvent } from './handlers.ts'
import { insertEvent, markEvent } from './inbox-store.ts'

/** `stored` and `repeated` are committed and may be acknowledged; `forged` may not. */
export type Received = 'stored' | 'repeated' | 'forged'

/**
 * Verifies, stores and applies an event of Stripe's in one transaction that begins with its write. Returning means: committed.
 * Throws DatabaseUnavailable, and then nothing is stored: Stripe sends the event again. https://docs.stripe.com/webhooks
 */
export async function receiveEvent({
  body,
  signature,
  at = new Date(),
}: {
  body: string
  signature: string | null
  at?: Date
}): Promise<Received> {
  const event = verifyWebhookEvent(body, signature, at)
  if (!event) return 'forged'
  return transaction(async (tx) => {
    if (!(await insertEvent(tx, { event, payload: body, at }))) return 'repeated'
    const applied = await applyEvent(tx, event, at)
    await markEvent(tx, { id: event.id, state: applied ? 'applied' : 'ignored', at })
    return 'stored'
  })
}
