// What of Stripe's types is worth describing: what Local Stripe serves. And the little that the types do not tell.

/** The objects that are described in full, by the word in their `object`; a deleted one is `deleted_` and that word. */
export const describedObjects: ReadonlySet<string> = new Set(
  (
    'account balance balance_transaction charge checkout.session coupon customer discount dispute event item ' +
    'payment_intent payment_intent_amount_details_line_item payment_method price product promotion_code ' +
    'radar.early_fraud_warning refund shipping_rate tax_code tax_rate webhook_endpoint ' +
    'deleted_coupon deleted_customer deleted_discount deleted_product deleted_webhook_endpoint'
  ).split(' '),
)

const resources =
  'balance|balance_transactions|charges|checkout/sessions|coupons|customers|disputes|events|payment_intents|' +
  'payment_methods|prices|products|promotion_codes|radar/early_fraud_warnings|refunds|shipping_rates|tax_codes|' +
  'tax_rates|webhook_endpoints'
const oftheAccount = /^\/v1\/account$/
const ofResources = new RegExp(`^/v1/(?:${resources})(?:/|$)`)
const ofOthers =
  /\/(?:sources|bank_accounts|cards|cash_balance\w*|features|funding_instructions|tax_ids|balance_transactions)\b/

/** Whether the parameters of a URL are described, beside its method and path. */
export function isDescribed(path: string): boolean {
  if (oftheAccount.test(path) || path.startsWith('/v1/balance_transactions')) return true
  return ofResources.test(path) && !ofOthers.test(path)
}

/** The members that are numbers with decimals; all others are whole. */
export const decimals: ReadonlySet<string> = new Set(
  (
    'application_fee_percent effective_percentage exchange_rate height latitude length longitude percent_off ' +
    'percentage percentage_decimal weight width'
  ).split(' '),
)

/**
 * What is left out until it is expanded and is neither a list nor a reference, by object or type: Stripe's reference
 * calls these expandable, the package's types do not say it.
 */
export const leftOut: Readonly<Record<string, readonly string[]>> = {
  coupon: ['applies_to', 'currency_options'],
  customer: ['cash_balance', 'invoice_credit_balance', 'tax'],
  item: ['discounts', 'taxes'],
  price: ['currency_options', 'tiers'],
  'Checkout.Session.ShippingCost': ['taxes'],
  'Checkout.Session.TotalDetails': ['breakdown'],
  'PromotionCode.Restrictions': ['currency_options'],
  'ShippingRate.FixedAmount': ['currency_options'],
}
