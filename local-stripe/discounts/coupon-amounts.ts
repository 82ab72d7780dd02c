// What a coupon takes off in other currencies than its own.
import { integer, needed, object } from '../api/fields.ts'
import { invalidRequest } from '../api/stripe-error.ts'
import { checkAmount } from '../money/check-total.ts'

export const amountOptions = object({ amount_off: needed(integer({ min: 1 })) })
type Options = Record<string, { amount_off: number }>

/** Checks amounts in minor units, none of them in the coupon's own currency, and gives them. Throws Stripe's 400s. */
export function otherAmounts(options: Options, own: string): Options {
  if (own in options) {
    const message = `\`currency_options\` cannot include the coupon's own currency, ${own}.`
    throw invalidRequest(message, { param: `currency_options[${own}]` })
  }
  for (const [currency, { amount_off: amount }] of Object.entries(options)) {
    checkAmount({ amount, currency }, `currency_options[${currency}][amount_off]`)
  }
  return options
}
