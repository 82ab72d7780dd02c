// What POST /v1/prices and a product's `default_price_data` take.
import {
  choice,
  clearable,
  flag,
  integer,
  list,
  needed,
  object,
  text,
  type Field,
  type ValuesOf,
} from '../api/fields.ts'
import { currency, metadata } from '../api/shared-fields.ts'
import { decimalAmount, wholeAmount } from './number-fields.ts'
import { currencyMap, taxBehavior } from './option-fields.ts'
import { inlineProduct } from './product-fields.ts'

const amount = { unit_amount: wholeAmount(), unit_amount_decimal: decimalAmount() }
const customUnitAmount = object({
  enabled: needed(flag()),
  maximum: wholeAmount(),
  minimum: wholeAmount(),
  preset: wholeAmount(),
})
const tier = object({
  ...amount,
  flat_amount: wholeAmount(),
  flat_amount_decimal: decimalAmount(),
  up_to: needed(upTo()),
})
const interval = needed(choice('day', 'month', 'week', 'year'))
const interval_count = integer({ min: 1 })

export const currencyOptions = currencyMap(
  object({
    ...amount,
    custom_unit_amount: customUnitAmount,
    tax_behavior: taxBehavior,
    tiers: list(tier, 500),
  }),
)

const commonFields = {
  ...amount,
  currency: needed(currency()),
  currency_options: currencyOptions,
  custom_unit_amount: customUnitAmount,
  metadata: metadata(),
  tax_behavior: taxBehavior,
}

export const defaultPriceFields = { ...commonFields, recurring: object({ interval, interval_count }) }

export const priceFields = {
  ...commonFields,
  active: flag(),
  billing_scheme: choice('per_unit', 'tiered'),
  lookup_key: text(200),
  nickname: clearable(),
  product: text(),
  product_data: object(inlineProduct),
  recurring: object({
    interval,
    interval_count,
    trial_period_days: integer({ min: 1, max: 730 }),
    usage_type: choice('licensed', 'metered'),
  }),
  tiers: list(tier, 500),
  tiers_mode: choice('graduated', 'volume'),
  transfer_lookup_key: flag(),
  transform_quantity: object({
    divide_by: needed(integer({ min: 1 })),
    round: needed(choice('down', 'up')),
  }),
}

export type PriceParams = ValuesOf<typeof priceFields>
export type DefaultPriceParams = ValuesOf<typeof defaultPriceFields>
export type OptionParams = ValuesOfMap<typeof currencyOptions>
export type TierParams = NonNullable<PriceParams['tiers']>[number]
export type CustomParams = NonNullable<PriceParams['custom_unit_amount']>

type ValuesOfMap<F> = F extends Field<Record<string, infer V>> ? V : never

/** The bound of a tier: a whole number, or null for `inf`. */
function upTo(): Field<number | null> {
  const bound = integer({ min: 1 })
  return { read: (value, path) => (value === 'inf' ? null : bound.read(value, path)) }
}
