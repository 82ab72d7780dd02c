// Shipping rates (https://docs.stripe.com/api/shipping_rates).
import { seconds, type Account } from '../account.ts'
import { type ValuesOf, choice, integer, needed, object, text } from '../api/fields.ts'
import { currency, metadata } from '../api/shared-fields.ts'
import { invalidRequest } from '../api/stripe-error.ts'
import { newId } from '../store/new-id.ts'
import type { ShippingRate } from '../store/stripe-types.ts'

const taxBehavior = choice('exclusive', 'inclusive', 'unspecified')
const bound = object({
  unit: needed(choice('business_day', 'day', 'hour', 'month', 'week')),
  value: needed(integer({ min: 1 })),
})

/** What a shipping rate is made of, also inside a Checkout Session. */
export const shippingRateFields = {
  display_name: needed(text(100)),
  delivery_estimate: object({ maximum: bound, minimum: bound }),
  fixed_amount: object({ amount: needed(integer({ min: 0 })), currency: needed(currency()) }),
  metadata: metadata(),
  tax_behavior: taxBehavior,
  tax_code: text(),
  type: choice('fixed_amount'),
}

/** The field `shipping_rate_data` of a Checkout Session's shipping option. */
export const shippingRateData = object(shippingRateFields)
export type ShippingRateParams = ValuesOf<typeof shippingRateFields>

/** Stores a shipping rate and gives it. Throws Stripe's 400s. */
export function insertShippingRate(account: Account, params: ShippingRateParams): ShippingRate {
  const { delivery_estimate: estimate, fixed_amount } = params
  const rate: ShippingRate = {
    id: newId('shr_1', 23),
    object: 'shipping_rate',
    active: true,
    created: seconds(account),
    delivery_estimate: estimate
      ? { maximum: estimate.maximum ?? null, minimum: estimate.minimum ?? null }
      : null,
    display_name: params.display_name,
    ...(fixed_amount && { fixed_amount }),
    livemode: false,
    metadata: params.metadata ?? {},
    tax_behavior: params.tax_behavior ?? 'unspecified',
    tax_code: params.tax_code ?? null,
    type: 'fixed_amount',
  }
  account.store.insert('shipping_rate', rate)
  return rate
}

/** An active shipping rate, with its `currency_options`. Throws a 400; `param` is where the request named it. */
export function shippingRateToUse(account: Account, id: string, param: string): ShippingRate {
  const rate = account.store.find('shipping_rate', id)
  if (rate === null)
    throw invalidRequest(`No such shipping rate: '${id}'`, { code: 'resource_missing', param })
  if (rate.active) return rate
  throw invalidRequest(`The shipping rate ${id} is inactive. Only active shipping rates can be used.`, {
    param,
  })
}
