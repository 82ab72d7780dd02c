// Events that Stripe posts to us. Nothing is believed, or even parsed, before its signature is checked.
// https://docs.stripe.com/webhooks/signature
import { z } from 'zod'
import { settings } from '#env'
import { stripe } from './client.ts'
import { id, seconds, text } from './fields.ts'

export interface WebhookEvent {
  readonly id: string
  readonly type: string
  /** Seconds, Stripe's clock. Not an order of events: https://docs.stripe.com/webhooks#event-ordering */
  readonly created: number
  readonly objectId: string | null
  /** `data.object`, as it came. */
  readonly object: unknown
}

const form = z.object({
  id,
  object: z.literal('event'),
  type: text.pipe(z.string().min(1)),
  created: seconds,
  data: z.object({ object: z.looseObject({ id: z.unknown().optional() }) }),
})

const toleranceSeconds = 300

/**
 * The event in `body` when one of the configured secrets signed these very bytes within the last five minutes, else null.
 * Several secrets are tried because an old and a new one are both good while a secret is being rolled.
 */
export function verifyWebhookEvent(
  body: string,
  signature: string | null,
  now = new Date(),
): WebhookEvent | null {
  if (!signature || isFromTheFuture(signature, now)) return null
  const signed = settings().stripeWebhookSecrets.some((secret) =>
    isSignedBy({ body, signature, secret, now }),
  )
  return signed ? parseWebhookEvent(body) : null
}

// The SDK looks at the age of a stamp only, so one dated next year would stay good until then.
function isFromTheFuture(signature: string, now: Date): boolean {
  const stamps = signature.matchAll(/(?:^|,)\s*t=([^,]*)/g)
  return [...stamps].some(([, stamp]) => !(Number(stamp) <= now.getTime() / 1000 + toleranceSeconds))
}

interface SignedBody {
  readonly body: string
  readonly signature: string
  readonly secret: string
  readonly now: Date
}

function isSignedBy({ body, signature, secret, now }: SignedBody): boolean {
  try {
    const { signature: signatures } = stripe().webhooks
    return !!signatures?.verifyHeader(body, signature, secret, toleranceSeconds, undefined, now.getTime())
  } catch {
    // The SDK throws errors of several kinds for a bad header: every one of them means "not signed".
    return false
  }
}

/** The event in a body whose signature was checked before; null when it is not one. */
export function parseWebhookEvent(body: string): WebhookEvent | null {
  const given = form.safeParse(parseJson(body))
  if (!given.success) return null
  const { data, ...event } = given.data
  const objectId = id.safeParse(data.object.id).data ?? null
  return { id: event.id, type: event.type, created: event.created, objectId, object: data.object }
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
