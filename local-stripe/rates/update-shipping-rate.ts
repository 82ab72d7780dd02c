// POST /v1/shipping_rates/:id (https://docs.stripe.com/api/shipping_rates/update).
import type { Account } from '../account.ts'
import { flag, integer, object, type ValuesOf } from '../api/fields.ts'
import type { Call } from '../api/route.ts'
import { mergeMetadata, metadata } from '../api/shared-fields.ts'
import { invalidRequest, missing } from '../api/stripe-error.ts'
import { currencyMap, taxBehavior } from '../catalogue/option-fields.ts'
import { includable } from '../store/includable.ts'
import type { ShippingRate } from '../store/stripe-types.ts'
import { shippingOptions } from './shipping-rates.ts'

export const changedShippingRateFields = {
  active: flag(),
  fixed_amount: object({
    currency_options: currencyMap(object({ amount: integer({ min: 0 }), tax_behavior: taxBehavior })),
  }),
  metadata: metadata(),
  tax_behavior: taxBehavior,
}
type Params = ValuesOf<typeof changedShippingRateFields>
type Behavior = NonNullable<ShippingRate['tax_behavior']>
type Given = NonNullable<NonNullable<Params['fixed_amount']>['currency_options']>

/** Changes a shipping rate and gives it. Throws Stripe's 400s. */
export function updateShippingRate(rate: ShippingRate, { account, params }: Call<Params>): ShippingRate {
  const behavior = changedBehavior(rate.tax_behavior ?? 'unspecified', params.tax_behavior, 'tax_behavior')
  changeOptions(account, rate, { given: params.fixed_amount?.currency_options ?? {}, behavior })
  const changed: ShippingRate = {
    ...rate,
    ...(params.active !== undefined && { active: params.active }),
    metadata: params.metadata ? mergeMetadata(rate.metadata, params.metadata) : rate.metadata,
    tax_behavior: behavior,
  }
  account.store.save(changed)
  return changed
}

/** Given currencies are added, or changed where they are already there. */
function changeOptions(
  account: Account,
  rate: ShippingRate,
  change: { given: Given; behavior: Behavior },
): void {
  if (rate.fixed_amount === undefined) return
  const { amount: ownAmount, currency: own } = rate.fixed_amount
  const kept = includable(account, rate).fixed_amount?.currency_options ?? {}
  const merged = Object.entries(change.given).map(([currency, { amount, tax_behavior }]) => {
    const before = kept[currency]
    const param = `fixed_amount[currency_options][${currency}]`
    const whole = amount ?? before?.amount
    if (whole === undefined) throw missing(`${param}[amount]`)
    const was = before?.tax_behavior ?? 'unspecified'
    const behavior = changedBehavior(was, tax_behavior, `${param}[tax_behavior]`)
    return [currency, { amount: whole, tax_behavior: behavior }] as const
  })
  const options = shippingOptions(Object.fromEntries(merged), { own, path: 'fixed_amount' })
  const currency_options = {
    ...kept,
    ...options,
    [own]: { amount: ownAmount, tax_behavior: change.behavior },
  }
  account.store.hide(rate.id, { fixed_amount: { currency_options } })
}

/** Once it is inclusive or exclusive, a tax behavior stays. */
function changedBehavior(before: Behavior, given: Behavior | undefined, param: string): Behavior {
  if (given === undefined || given === before) return before
  if (before === 'unspecified') return given
  const message = `The \`tax_behavior\` of a shipping rate cannot be changed once it is \`${before}\`.`
  throw invalidRequest(message, { param })
}
