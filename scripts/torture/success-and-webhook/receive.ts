import { receiveEvent } from '../../../domain/inbox/receive-event.ts'
import { DatabaseUnavailable } from '../../../prisma/client.ts'
import { signatureOf } from '../deliver.ts'
import { webhookSecret } from '../shops.ts'

/**
 * Takes an event as the webhook's Route Handler does; one that could not be stored, because somebody had a lock for too long,
 * comes again, as Stripe sends it again after a 503. Throws when it is not believed, or could not be stored five times.
 */
export async function receive(body: string): Promise<void> {
  for (let left = 5; ; left -= 1) {
    try {
      const received = await receiveEvent({ body, signature: signatureOf(body, webhookSecret) })
      if (received === 'forged') throw new Error('a true event was taken for a forged one')
      return
    } catch (error) {
      if (!(error instanceof DatabaseUnavailable) || left === 1) throw error
    }
  }
}
