// Stripe's Checkout Session, translated: the few facts of it that the shop lives by. What Stripe sends, in an
// answer or in an event of any API version, is parsed here and goes no further.
import { z } from 'zod'
import { isLive, settings } from '#env'
import { amount, id, idOf, reference, text } from './fields.ts'
import { type Presentment, presentmentDetails } from './presentment.ts'
import { type ShippingAddress, shippingDetails } from './shipping-address.ts'

export interface Session {
  readonly id: string
  /** The order it was made for (client_reference_id); null when it was not made by this shop. */
  readonly orderId: string | null
  readonly status: 'open' | 'complete' | 'expired'
  readonly payment: 'none' | 'processing' | 'failed' | 'paid'
  /** Where the shopper pays; null once the session is not open. */
  readonly url: string | null
  /** Minor units: what the goods cost, what is taken off, what is added, and what it comes to. */
  readonly amountSubtotal: number
  readonly amountDiscount: number
  readonly amountShipping: number
  /** What is added to the prices and what they include. */
  readonly amountTax: number
  readonly amountTotal: number
  /** Which of the shipping options is chosen, counted from 0 in the order in which they were offered; null: none. */
  readonly shippingChoice: number | null
  readonly currency: string
  /** Whether it belongs to the mode, test or live, that this shop's key is of. */
  readonly rightMode: boolean
  readonly paymentIntentId: string | null
  readonly email: string | null
  readonly customerName: string | null
  readonly shippingAddress: ShippingAddress | null
  readonly presentment: Presentment | null
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
  amount_subtotal: amount.nullish(),
  amount_total: amount.nullish(),
  total_details: z
    .object({ amount_discount: amount, amount_shipping: amount.nullish(), amount_tax: amount })
    .nullish(),
  shipping_cost: z.object({ shipping_rate: reference }).nullish(),
  shipping_options: z.array(z.object({ shipping_rate: reference })).nullish(),
  collected_information: z.object({ shipping_details: shippingDetails }).nullish(),
  // Where API versions before 2025-03-31 tell it.
  shipping_details: shippingDetails,
  presentment_details: presentmentDetails.nullish(),
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
    ...amountsOf(given),
    shippingChoice: shippingChoiceOf(given),
    currency: given.currency ?? '',
    rightMode: given.livemode === isLive(settings().stripeSecretKey),
    paymentIntentId: idOf(given.payment_intent),
    email: given.customer_details?.email ?? null,
    customerName: given.customer_details?.name ?? null,
    shippingAddress: given.collected_information?.shipping_details ?? given.shipping_details,
    presentment: given.presentment_details ?? null,
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

// Events of old API versions lack some of them.
function amountsOf({ amount_subtotal: subtotal, amount_total: total, total_details: details }: Form) {
  return {
    amountSubtotal: subtotal ?? total ?? 0,
    amountDiscount: details?.amount_discount ?? 0,
    amountShipping: details?.amount_shipping ?? 0,
    amountTax: details?.amount_tax ?? 0,
    amountTotal: total ?? 0,
  }
}

function shippingChoiceOf({ shipping_cost: cost, shipping_options: options }: Form): number | null {
  const chosen = idOf(cost?.shipping_rate)
  const index =
    options?.findIndex(({ shipping_rate: rate }) => chosen !== null && idOf(rate) === chosen) ?? -1
  return index === -1 ? null : index
}
