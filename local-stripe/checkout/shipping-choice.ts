// The shipping options of a session; the first one is chosen until the shopper chooses another
// (https://docs.stripe.com/payments/during-payment/charge-shipping).
import type { Account } from '../account.ts'
import { invalidRequest, missing } from '../api/stripe-error.ts'
import { checkLargest } from '../money/check-total.ts'
import { insertShippingRate, shippingRateToUse } from '../rates/shipping-rates.ts'
import { includable } from '../store/includable.ts'
import type { Session, ShippingRate } from '../store/stripe-types.ts'
import type { Shipping } from './price-order.ts'
import type { ShippingOptionParams } from './session-fields.ts'

/** The options that the shop offers, rates given inline being made now. Throws Stripe's 400s. */
export function findShippingOptions(
  account: Account,
  given: ShippingOptionParams[],
  currency: string,
): Session['shipping_options'] {
  return given.map((option, index) => {
    const path = `shipping_options[${index}]`
    const rate = findRate(account, option, path)
    const shipping_amount = amountIn(account, rate, { currency, path })
    checkLargest({ amount: shipping_amount, currency }, path)
    return { shipping_amount, shipping_rate: rate.id }
  })
}

/** The option that is chosen at first; null when there is none. */
export function firstShipping(options: Session['shipping_options']): Shipping | null {
  return options[0] === undefined ? null : shippingOf(options[0])
}

/** The option that is chosen now. */
export function chosenShipping(session: Session): Shipping | null {
  const chosen = session.shipping_cost?.shipping_rate
  const option = session.shipping_options.find((each) => each.shipping_rate === chosen)
  return option === undefined ? null : shippingOf(option)
}

/** What an order needs to know of a shipping option. */
export function shippingOf(option: Session['shipping_options'][number]): Shipping {
  const { shipping_rate: rate, shipping_amount: amount } = option
  return { rate: typeof rate === 'string' ? rate : rate.id, amount }
}

function findRate(account: Account, option: ShippingOptionParams, path: string): ShippingRate {
  const { shipping_rate: id, shipping_rate_data: data } = option
  if (id !== undefined && data !== undefined) {
    const names = `${path}[shipping_rate], ${path}[shipping_rate_data]`
    throw invalidRequest(`You may only specify one of these parameters: ${names}.`, { param: path })
  }
  if (id !== undefined) return shippingRateToUse(account, id, `${path}[shipping_rate]`)
  if (data === undefined) throw missing(`${path}[shipping_rate]`)
  if (data.fixed_amount === undefined) throw missing(`${path}[shipping_rate_data][fixed_amount]`)
  return insertShippingRate(account, data)
}

function amountIn(account: Account, rate: ShippingRate, wanted: { currency: string; path: string }): number {
  const { currency, path } = wanted
  const { fixed_amount: fixed } = rate
  if (fixed?.currency === currency) return fixed.amount
  const other = includable(account, rate).fixed_amount?.currency_options?.[currency]
  if (other !== undefined) return other.amount
  const message =
    `The shipping rate ${rate.id} has no amount in \`${currency}\`, the currency of this Checkout Session; ` +
    `it only supports \`${fixed?.currency}\`.`
  throw invalidRequest(message, { param: path })
}
