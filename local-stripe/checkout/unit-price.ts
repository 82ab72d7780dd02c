// What one piece of a price costs in the session's currency, which may be one of the price's other currencies
// (https://docs.stripe.com/payments/checkout/present-local-currencies).
import type { Account } from '../account.ts'
import { invalidRequest, notImitated } from '../api/stripe-error.ts'
import { includable } from '../store/includable.ts'
import type { Price } from '../store/stripe-types.ts'

export type UnitPrice = Pick<Price, 'unit_amount' | 'transform_quantity'> & {
  unit_amount_decimal: string | null
}

/** Refuses a price that a one-time payment cannot have; `param` is where the request named it. */
export function checkPrice(price: Price, param: string): void {
  if (!price.active) {
    throw invalidRequest('The price specified is inactive. This field only accepts active prices.', { param })
  }
  if (price.type === 'recurring') throw recurring(param)
  if (price.billing_scheme === 'tiered') throw notImitated('tiered prices in Checkout', param)
  if (price.custom_unit_amount !== null) {
    throw notImitated('prices that customers choose (`custom_unit_amount`) in Checkout', param)
  }
}

/** The refusal of a price that is paid again and again. */
export function recurring(param: string): Error {
  const message =
    'You specified `payment` mode but passed a recurring price. Either switch to `subscription` mode or use only ' +
    'one-time prices.'
  return invalidRequest(message, { param })
}

/** The amounts of a price in a currency. Throws a 400 when the price has none in it. */
export function unitPrice(
  account: Account,
  priced: { price: Price; currency: string; param: string },
): UnitPrice {
  const { price, currency, param } = priced
  if (price.currency === currency) return price
  const option = includable(account, price).currency_options?.[currency]
  if (option !== undefined) return { ...option, transform_quantity: price.transform_quantity }
  const message =
    `The price specified only supports \`${price.currency}\`. ` +
    `This doesn't match the expected currency: \`${currency}\`.`
  throw invalidRequest(message, { param })
}
