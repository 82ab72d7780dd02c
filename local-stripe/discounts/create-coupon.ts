// POST /v1/coupons (https://docs.stripe.com/api/coupons/create).
import { seconds, type Account } from '../account.ts'
import { choice, integer, list, object, text, type ValuesOf } from '../api/fields.ts'
import type { Call } from '../api/route.ts'
import { currency, mergeMetadata, metadata } from '../api/shared-fields.ts'
import { invalidRequest } from '../api/stripe-error.ts'
import { number } from '../catalogue/number-fields.ts'
import { currencyMap } from '../catalogue/option-fields.ts'
import { checkAmount } from '../money/check-total.ts'
import { checkFree, ownId } from '../catalogue/own-id.ts'
import { productToUse } from '../catalogue/products.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Includable } from '../store/includable.ts'
import { newId } from '../store/new-id.ts'
import type { Coupon } from '../store/stripe-types.ts'
import { checkMoment } from './check-moment.ts'
import { amountOptions, otherAmounts } from './coupon-amounts.ts'

export const couponFields = {
  amount_off: integer({ min: 1 }),
  applies_to: object({ products: list(text()) }),
  currency: currency(),
  currency_options: currencyMap(amountOptions),
  duration: choice('forever', 'once', 'repeating'),
  duration_in_months: integer({ min: 1 }),
  id: ownId(),
  max_redemptions: integer({ min: 1 }),
  metadata: metadata(),
  name: text(40),
  percent_off: number({ min: 0.01, max: 100 }),
  redeem_by: integer(),
}
type Params = ValuesOf<typeof couponFields>

/** Creates a coupon. Throws Stripe's 400s. */
export function createCoupon({ account, params, request }: Call<Params>): Coupon {
  const { duration = 'once' } = params
  checkValue(params)
  checkDuration(duration, params.duration_in_months)
  if (params.id !== undefined) checkFree(account, 'coupon', params.id)
  if (params.redeem_by !== undefined) checkMoment(account, params.redeem_by, 'redeem_by')
  const coupon: Coupon = {
    id: params.id ?? newId('', 8),
    object: 'coupon',
    amount_off: params.amount_off ?? null,
    created: seconds(account),
    currency: params.currency ?? null,
    duration,
    duration_in_months: params.duration_in_months ?? null,
    livemode: false,
    max_redemptions: params.max_redemptions ?? null,
    metadata: mergeMetadata({}, params.metadata ?? {}),
    name: params.name ?? null,
    percent_off: params.percent_off ?? null,
    redeem_by: params.redeem_by ?? null,
    times_redeemed: 0,
    valid: true,
  }
  account.store.insert('coupon', coupon, { hidden: hiddenOf(account, params) })
  const { redeem_by: last } = coupon
  if (last !== null) account.agenda.add({ task: 'lapse_coupon', subject: coupon.id, due: last * 1000 })
  recordEvent(account, { type: 'coupon.created', object: coupon }, { request })
  return coupon
}

function checkValue(params: Params): void {
  const { amount_off: amount, percent_off: percent, currency: code, currency_options } = params
  if (amount === undefined && percent === undefined) {
    throw invalidRequest('Must provide percent_off or amount_off.', { code: 'parameter_missing' })
  }
  if (amount !== undefined && percent !== undefined) {
    throw invalidRequest('Received both percent_off and amount_off parameters. Please pass in only one.')
  }
  if (percent !== undefined && currency_options !== undefined) {
    const message = 'You may only specify one of these parameters: currency_options, percent_off.'
    throw invalidRequest(message, { param: 'currency_options' })
  }
  if (amount === undefined) return
  if (code === undefined) {
    throw invalidRequest('You must pass currency when passing amount_off', { param: 'currency' })
  }
  checkAmount({ amount, currency: code }, 'amount_off')
}

function checkDuration(duration: Coupon['duration'], months: number | undefined): void {
  if (duration === 'repeating' && months === undefined) {
    const message =
      'The duration_in_months param must be set when creating a coupon with a repeating duration'
    throw invalidRequest(message, { param: 'duration' })
  }
  if (duration === 'repeating' || months === undefined) return
  const message = 'The duration_in_months param can only be set for a coupon with a repeating duration'
  throw invalidRequest(message, { param: 'duration_in_months' })
}

function hiddenOf(account: Account, params: Params): Includable['coupon'] {
  const { amount_off, currency: own, currency_options: options = {} } = params
  const products = params.applies_to?.products ?? []
  for (const [index, id] of products.entries()) productToUse(account, id, `applies_to[products][${index}]`)
  return {
    ...(products.length > 0 && { applies_to: { products } }),
    ...(amount_off !== undefined &&
      own !== undefined && { currency_options: { ...otherAmounts(options, own), [own]: { amount_off } } }),
  }
}
