import type { Transaction } from '#prisma/client'
import { parseRefund, type Refund } from '#stripe/refund'
import { parseWebhookEvent } from '#stripe/webhook-event'

/**
 * Whether Stripe has ever said that a refund succeeded. Its row keeps the last word alone, and a refund may fail after it has
 * succeeded: then the events tell, as they are kept.
 */
export async function hasSucceeded(tx: Transaction, { id, status }: Refund): Promise<boolean> {
  if (status !== 'failed') return status === 'succeeded'
  const events = await tx.$queryRaw<{ payload: string }[]>`
    SELECT "payload" FROM "InboxEvent" WHERE "objectId" = ${id}`
  return events.some(({ payload }) => saysSucceeded(payload))
}

// An event that cannot be read is for the inbox to tell of.
function saysSucceeded(payload: string): boolean {
  try {
    return parseRefund(parseWebhookEvent(payload)?.object).status === 'succeeded'
  } catch {
    return false
  }
}
