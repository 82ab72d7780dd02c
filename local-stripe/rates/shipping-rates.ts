// Shipping rates as they are stored (https://docs.stripe.com/api/shipping_rates), made by a call of their own or for one
// Checkout Session. Stripe sends no events about them.
import { seconds, type Account } from '../account.ts'
import { choice, integer, needed, object, text, type ValuesOf } from '../api/fields.ts'
import { currency, mergeMetadata, metadata } from '../api/shared-fields.ts'
import { invalidRequest } from '../api/stripe-error.ts'
import { currencyMap, taxBehavior } from '../catalogue/option-fields.ts'
import { checkAmount } from '../money/check-total.ts'
import { taxCode } from '../catalogue/product-fields.ts'
import { includable } from '../store/includable.ts'
import { newId } from '../store/new-id.ts'
import type { ShippingRate } from '../store/stripe-types.ts'

/** The hours of a unit, to compare two of them. */
const hours = { hour: 1, business_day: 24, day: 24, week: 168, month: 720 }
const bound = object({
  unit: needed(choice('business_day', 'day', 'hour', 'month', 'week')),
  value: needed(integer({ min: 1 })),
})

export const shippingRateFields = {
  display_name: needed(text(100)),
  delivery_estimate: object({ maximum: bound, minimum: bound }),
  fixed_amount: object({
    amount: needed(integer({ min: 0 })),
    currency: needed(currency()),
    currency_options: currencyMap(object({ amount: needed(integer({ min: 0 })), tax_behavior: taxBehavior })),
  }),
  metadata: metadata(),
  tax_behavior: taxBehavior,
  tax_code: taxCode(),
  type: choice('fixed_amount'),
}
export type ShippingRateParams = ValuesOf<typeof shippingRateFields>
type FixedAmount = NonNullable<ShippingRate['fixed_amount']>
type Behavior = NonNullable<ShippingRate['tax_behavior']>
type Options = NonNullable<FixedAmount['currency_options']>

/** The field `shipping_rate_data` of a Checkout Session's shipping option. */
export const shippingRateData = object(shippingRateFields)

/** Stores a shipping rate and gives it. `path` is where its parameters stand ('' at the top). Throws Stripe's 400s. */
export function insertShippingRate(account: Account, params: ShippingRateParams, path = ''): ShippingRate {
  const { fixed_amount, tax_behavior = 'unspecified', delivery_estimate: estimate } = params
  if (fixed_amount === undefined) {
    const message = 'You must pass `fixed_amount` when `type` is `fixed_amount`.'
    throw invalidRequest(message, { code: 'parameter_missing', param: within(path, 'fixed_amount') })
  }
  const { amount, currency: own, currency_options: given = {} } = fixed_amount
  checkAmount(fixed_amount, `${within(path, 'fixed_amount')}[amount]`)
  const options = shippingOptions(given, { own, path: within(path, 'fixed_amount') })
  const rate: ShippingRate = {
    id: newId('shr_1', 23),
    object: 'shipping_rate',
    active: true,
    created: seconds(account),
    delivery_estimate: estimate ? deliveryEstimate(estimate, within(path, 'delivery_estimate')) : null,
    display_name: params.display_name,
    fixed_amount: { amount, currency: own },
    livemode: false,
    metadata: mergeMetadata({}, params.metadata ?? {}),
    tax_behavior,
    tax_code: params.tax_code ?? null,
    type: 'fixed_amount',
  }
  const currency_options: Options = { ...options, [own]: { amount, tax_behavior } }
  account.store.insert('shipping_rate', rate, { hidden: { fixed_amount: { currency_options } } })
  return rate
}

/**
 * An active shipping rate with the `currency_options` of its amount. Throws a 400 for an unknown or inactive one;
 * `param` is where the request named it.
 */
export function shippingRateToUse(account: Account, id: string, param: string): ShippingRate {
  const rate = account.store.find('shipping_rate', id)
  if (rate === null) {
    throw invalidRequest(`No such shipping rate: '${id}'`, { code: 'resource_missing', param })
  }
  if (!rate.active) {
    const message = `The shipping rate ${id} is inactive. Only active shipping rates can be used.`
    throw invalidRequest(message, { param })
  }
  if (rate.fixed_amount === undefined) return rate
  return { ...rate, fixed_amount: { ...rate.fixed_amount, ...includable(account, rate).fixed_amount } }
}

/** Amounts in other currencies than the rate's own. Throws Stripe's 400s. */
export function shippingOptions(
  given: Record<string, { amount: number; tax_behavior?: Behavior | undefined }>,
  place: { own: string; path: string },
): Options {
  return Object.fromEntries(
    Object.entries(given).map(([code, { amount, tax_behavior = 'unspecified' }]) => {
      const param = `${place.path}[currency_options][${code}]`
      if (code === place.own) {
        const message = `\`currency_options\` cannot include the shipping rate's own currency, ${code}.`
        throw invalidRequest(message, { param })
      }
      checkAmount({ amount, currency: code }, `${param}[amount]`)
      return [code, { amount, tax_behavior }]
    }),
  )
}

function deliveryEstimate(
  given: NonNullable<ShippingRateParams['delivery_estimate']>,
  param: string,
): NonNullable<ShippingRate['delivery_estimate']> {
  const { maximum = null, minimum = null } = given
  const isBackwards = maximum !== null && minimum !== null && length(minimum) > length(maximum)
  if (!isBackwards) return { maximum, minimum }
  throw invalidRequest('The `minimum` of a delivery estimate cannot be longer than its `maximum`.', { param })
}

function length(estimate: { unit: keyof typeof hours; value: number }): number {
  return hours[estimate.unit] * estimate.value
}

function within(path: string, name: string): string {
  return path === '' ? name : `${path}[${name}]`
}
