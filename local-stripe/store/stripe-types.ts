// What is stored, by Stripe's object names. The shapes are the official SDK's types, so the compiler holds every
// object to the pinned API version; only references are narrowed: stored objects name others by id.
import type { Stripe } from 'stripe'

type Reference<V> = [Extract<V, string>] extends [never]
  ? V
  : string extends V
    ? Extract<V, string | null | undefined>
    : V
type Flat<T> = { [K in keyof T]: Reference<T[K]> }

export type Session = Flat<Stripe.Checkout.Session>
/** The SDK makes objects of its own of decimals; on the wire they are texts. */
type WithDecimals<T, Names extends keyof T> = Omit<T, Names> & { [N in Names]: string | null }
export type PriceTier = WithDecimals<Stripe.Price.Tier, 'flat_amount_decimal' | 'unit_amount_decimal'>
export type PriceOption = Omit<WithDecimals<Stripe.Price.CurrencyOptions, 'unit_amount_decimal'>, 'tiers'> & {
  tiers?: PriceTier[]
}
export type Price = WithDecimals<
  Flat<Omit<Stripe.Price, 'currency_options' | 'tiers'>>,
  'unit_amount_decimal'
>
export type LineItem = Omit<Stripe.LineItem, 'price'> & { price: Price | null }
export type Product = Flat<Stripe.Product>
export type PaymentIntent = Flat<Omit<Stripe.PaymentIntent, 'last_payment_error'>> & {
  last_payment_error: PaymentError | null
}
export type Charge = Flat<Stripe.Charge>
export type Refund = Flat<Stripe.Refund>
export type Dispute = Flat<Stripe.Dispute>
export type BalanceTransaction = Flat<Stripe.BalanceTransaction>
export type Customer = Flat<Stripe.Customer>
export type DeletedCustomer = Stripe.DeletedCustomer
export type Balance = Stripe.Balance
export type StripeAccount = Flat<Stripe.Account>
export type EarlyFraudWarning = Flat<Stripe.Radar.EarlyFraudWarning>
export type Coupon = Flat<Stripe.Coupon>
export type PromotionCode = Omit<Flat<Stripe.PromotionCode>, 'promotion'> & {
  promotion: { type: 'coupon'; coupon: string }
}
export type ShippingRate = Flat<Stripe.ShippingRate>
export type TaxRate = Flat<Stripe.TaxRate>
export type PaymentMethod = Flat<Stripe.PaymentMethod>
export type WebhookEndpoint = Stripe.WebhookEndpoint
export type SessionCreateParams = Stripe.Checkout.SessionCreateParams
export type Address = Stripe.Address
export type PaymentMethodDetails = Stripe.Charge.PaymentMethodDetails

export type NextAction = Stripe.PaymentIntent.NextAction

/** The error of a failed payment, as it stands on the PaymentIntent. */
export type PaymentError = {
  type: 'card_error' | 'invalid_request_error'
  code: string
  message: string
  advice_code?: string
  charge?: string
  decline_code?: string
  doc_url: string
  payment_method?: PaymentMethod
}

/** An event. `data.object` is the object as it was at that moment, in the newest version's shape. */
export type Event = {
  id: string
  object: 'event'
  api_version: string
  created: number
  data: { object: StripeObject | Balance; previous_attributes?: Record<string, unknown> }
  livemode: false
  pending_webhooks: number
  request: { id: string | null; idempotency_key: string | null }
  type: string
}

/** Any of Stripe's objects, when it does not matter which. */
export type StripeObject = { id: string; object: string }

/** Each kind of stored object with its shape. */
export type Stored = {
  'checkout.session': Session
  item: LineItem
  product: Product
  price: Price
  payment_intent: PaymentIntent
  payment_method: PaymentMethod
  charge: Charge
  refund: Refund
  dispute: Dispute
  customer: Customer | DeletedCustomer
  'radar.early_fraud_warning': EarlyFraudWarning
  balance_transaction: BalanceTransaction
  coupon: Coupon
  promotion_code: PromotionCode
  shipping_rate: ShippingRate
  tax_rate: TaxRate
  event: Event
  webhook_endpoint: WebhookEndpoint
}
export type Kind = keyof Stored
