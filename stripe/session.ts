// Stripe's Checkout Session, translated: the few facts of it that the shop lives by. What Stripe sends, in an
// answer or in an event of any API version, is parsed here and goes no further.
import { z } from 'zod'
import { isLive, settings } from '#env'
import { amount, id, idOf, text } from './fields.ts'

export interface Session {
  readonly id: string
  /** The order it was made for (client_reference_id); null when it was not made by this shop. */
  readonly orderId: string | null
  readonly status: 'open' | 'complete' | 'expired'
  readonly payment: 'none' | 'processing' | 'failed' | 'paid'
  /** Where the shopper pays; null once the session is not open. */
  readonly url: string | null
  /** Minor units. */
  readonly amountTotal: number
  readonly currency: string
  /** Whether it belongs to the mode, test or live, that this shop's key is of. */
  readonly rightMode: boolean
  readonly paymentIntentId: string | null
  readonly email: string | null
  readonly customerName: string | null
}

const paymentIntent = z.union([id, z.object({ id, status: z.string() })])
const customer = z.object({ email: text.nullish(), name: text.nullish() })
const form = z.object({
  id,
  object: z.literal('checkout.session'),
  client_reference_id: text.nullish(),
  status: z.enum(['open', 'complete', 'expired']),
  payment_status: z.enum(['paid', 'unpaid', 'no_payment_required']),
  url: z.string().nullish(),
  amount_total: amount.nullish(),
  currency: text.nullish(),
  livemode: z.boolean(),
  payment_intent: paymentIntent.nullish(),
  customer_details: customer.nullish(),
})
type Form = z.output<typeof form>

/** Reads a Checkout Session out of Stripe's JSON. Throws ZodError when it is not one. */
export function parseSession(json: unknown): Session {
  const given = form.parse(json)
  return {
    id: given.id,
    orderId: given.client_reference_id ?? null,
    status: given.status,
    payment: paymentOf(given),
    url: given.url ?? null,
    amountTotal: given.amount_total ?? 0,
    currency: given.currency ?? '',
    rightMode: given.livemode === isLive(settings().stripeSecretKey),
    paymentIntentId: idOf(given.payment_intent),
    email: given.customer_details?.email ?? null,
    customerName: given.customer_details?.name ?? null,
  }
}

// A complete session that is not paid waits for a bank; only its payment intent knows that the bank said no.
// https://docs.stripe.com/payments/payment-intents/verifying-status
function paymentOf({ status, payment_status, payment_intent: intent }: Form): Session['payment'] {
  if (payment_status === 'paid') return 'paid'
  // One that needs no payment says so from its beginning, and may expire all the same.
  if (status !== 'complete') return 'none'
  if (payment_status === 'no_payment_required') return 'paid'
  const refused =
    typeof intent === 'object' && ['requires_payment_method', 'canceled'].includes(intent?.status ?? '')
  return refused ? 'failed' : 'processing'
}
