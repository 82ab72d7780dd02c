// What a session is asked to be, in Stripe's words. The same order must always give the same: Stripe refuses another request
// under the same key. https://docs.stripe.com/api/checkout/sessions/create
import { createHash } from 'node:crypto'
import type Stripe from 'stripe'
import { settings } from '#env'

type Params = Stripe.Checkout.SessionCreateParams
type Line = NonNullable<Params['line_items']>[number]
type ShippingOption = NonNullable<Params['shipping_options']>[number]

export interface SessionRequest {
  readonly orderId: string
  /** The same key for every try at the same order: tries then make one session. https://docs.stripe.com/api/idempotent_requests */
  readonly idempotencyKey: string
  readonly locale: 'en' | 'zh-CN'
  readonly currency: string
  /** `unitAmount` in minor units; `picture` is a file stem in public/products. */
  readonly lines: readonly { name: string; unitAmount: number; quantity: number; picture: string }[]
  /** `amount` in minor units; business days. None: nothing is charged for shipping. */
  readonly shippingOffers: readonly {
    name: string
    amount: number
    days: { from: number; to: number }
  }[]
  /** 30 minutes to 24 hours from now. */
  readonly expiresAt: Date
}

// Stripe's tags: its "zh" is simplified Chinese. https://docs.stripe.com/js/appendix/supported_locales
const stripeLocales = { en: 'en', 'zh-CN': 'zh' } as const

/** The parameters of a session. */
export function sessionParams(request: SessionRequest): Params {
  const { orderId, currency, locale, shippingOffers } = request
  const { shopUrl } = settings()
  const shipping_options = shippingOffers.map((offer) => shippingOption(offer, currency))
  return {
    mode: 'payment',
    client_reference_id: orderId,
    metadata: { order_id: orderId },
    payment_intent_data: { metadata: { order_id: orderId } },
    locale: stripeLocales[locale],
    line_items: request.lines.map((line) => lineItem(line, currency)),
    ...(shipping_options.length > 0 && { shipping_options }),
    ...sessionTerms(),
    success_url: `${shopUrl}/${locale}/success?session_id={CHECKOUT_SESSION_ID}`,
    cancel_url: `${shopUrl}/${locale}/cancel`,
    expires_at: Math.floor(request.expiresAt.getTime() / 1000),
  }
}

/** Tells one set of settings that sessions are made with from another. */
export function termsOfSessions(): string {
  const { shopUrl, tax } = settings()
  return createHash('sha256')
    .update(JSON.stringify([shopUrl, tax, sessionTerms()]))
    .digest('base64url')
}

/** What the owner's settings ask of every session. */
function sessionTerms(): Params {
  const { shippingCountries, promotionCodes, tax } = settings()
  return {
    shipping_address_collection: { allowed_countries: [...shippingCountries] },
    ...(promotionCodes === 'on' && { allow_promotion_codes: true }),
    ...(tax === 'automatic' && { automatic_tax: { enabled: true } }),
  }
}

function lineItem(
  { name, unitAmount, quantity, picture }: SessionRequest['lines'][number],
  currency: string,
): Line {
  const { shopUrl, tax } = settings()
  return {
    quantity,
    price_data: {
      currency,
      unit_amount: unitAmount,
      product_data: { name, images: [`${shopUrl}/products/${picture}.jpg`] },
    },
    ...(Array.isArray(tax) && { tax_rates: tax }),
  }
}

function shippingOption(
  { name, amount, days }: SessionRequest['shippingOffers'][number],
  currency: string,
): ShippingOption {
  return {
    shipping_rate_data: {
      type: 'fixed_amount',
      display_name: name,
      fixed_amount: { amount, currency },
      delivery_estimate: {
        minimum: { unit: 'business_day', value: days.from },
        maximum: { unit: 'business_day', value: days.to },
      },
    },
  }
}
