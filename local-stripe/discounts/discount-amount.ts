// How much a coupon takes off (https://docs.stripe.com/payments/checkout/discounts).
import { invalidRequest } from '../api/stripe-error.ts'
import type { Coupon } from '../store/stripe-types.ts'

/**
 * What a coupon takes off an amount, in minor units: never more than the amount. A percentage is rounded to the
 * nearest minor unit. The coupon must come from `find-discount.ts`, which knows its other currencies.
 * Throws a 400 when the coupon has no amount in the currency.
 */
export function discountAmount(coupon: Coupon, of: { amount: number; currency: string }): number {
  const { amount, currency } = of
  if (coupon.percent_off !== null) return percentage(amount, coupon.percent_off)
  return Math.min(amount, amountOff(coupon, currency))
}

/** Reckoned in whole numbers, so that the half of a minor unit is exact and rounds up. */
function percentage(amount: number, percent: number): number {
  const [whole = '', places = ''] = String(percent).split('.')
  const divisor = 100n * 10n ** BigInt(places.length)
  return Number((2n * BigInt(amount) * BigInt(whole + places) + divisor) / (2n * divisor))
}

function amountOff(coupon: Coupon, currency: string): number {
  const own = coupon.currency === currency ? coupon.amount_off : null
  const off = own ?? coupon.currency_options?.[currency]?.amount_off
  if (off !== undefined) return off
  const message = `The coupon \`${coupon.id}\` cannot be applied because it has no \`amount_off\` in ${currency}.`
  throw invalidRequest(message, { param: 'discounts' })
}
