// On what condition a promotion code may be redeemed.
import { integer, needed, object } from '../api/fields.ts'
import { invalidRequest } from '../api/stripe-error.ts'
import { checkAmount } from '../money/check-total.ts'
import type { PromotionCode } from '../store/stripe-types.ts'

export const minimumOptions = object({ minimum_amount: needed(integer({ min: 1 })) })
type Minimums = Record<string, { minimum_amount: number }>
type Given = {
  currency_options?: Minimums | undefined
  first_time_transaction?: boolean | undefined
  minimum_amount?: number | undefined
  minimum_amount_currency?: string | undefined
}

/** The restrictions of a promotion code, and their minimum amounts in all currencies. Throws Stripe's 400s. */
export function checkRestrictions(given: Given): {
  restrictions: PromotionCode['restrictions']
  currency_options: Minimums | null
} {
  const { minimum_amount: amount = null, minimum_amount_currency: currency = null } = given
  const restrictions = {
    first_time_transaction: given.first_time_transaction ?? false,
    minimum_amount: amount,
    minimum_amount_currency: currency,
  }
  if (amount !== null && currency === null) throw needsOther('minimum_amount_currency', 'minimum_amount')
  if (currency !== null && amount === null) throw needsOther('minimum_amount', 'minimum_amount_currency')
  if (amount !== null && currency !== null) {
    checkAmount({ amount, currency }, 'restrictions[minimum_amount]')
  }
  const others = otherMinimums(given.currency_options ?? {}, restrictions)
  if (amount === null || currency === null) return { restrictions, currency_options: null }
  return { restrictions, currency_options: { ...others, [currency]: { minimum_amount: amount } } }
}

/** Minimum amounts in other currencies than the restriction's own. Throws Stripe's 400s. */
export function otherMinimums(options: Minimums, restrictions: PromotionCode['restrictions']): Minimums {
  const { minimum_amount_currency: own } = restrictions
  for (const [currency, { minimum_amount: amount }] of Object.entries(options)) {
    const param = `restrictions[currency_options][${currency}]`
    if (own === null) throw needsOther('minimum_amount', 'currency_options')
    if (currency === own) {
      const message = `\`currency_options\` cannot include the restriction's own currency, ${own}.`
      throw invalidRequest(message, { param })
    }
    checkAmount({ amount, currency }, `${param}[minimum_amount]`)
  }
  return options
}

function needsOther(other: string, given: string): Error {
  const param = `restrictions[${other}]`
  return invalidRequest(`You must pass ${other} when passing ${given}`, { param })
}
