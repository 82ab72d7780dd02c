// What a price costs, from its parameters: an amount, an amount that the customer chooses, or tiers
// (https://docs.stripe.com/products-prices/pricing-models). The same rules hold in every currency of the price.
import { invalidRequest, missing } from '../api/stripe-error.ts'
import { checkAmount, checkLargest, checkStep } from '../money/check-total.ts'
import type { PriceOption, PriceTier } from '../store/stripe-types.ts'
import type { CustomParams, OptionParams, TierParams } from './price-fields.ts'

type Place = { currency: string; path: string; tiered: boolean }
/** What something costs, in minor units: an amount, one that the customer chooses, or tiers. */
export type PriceAmount = Omit<PriceOption, 'tax_behavior'>
type Given<T> = { [K in keyof T]?: T[K] | undefined }
type AmountParams = Given<Omit<OptionParams, 'tax_behavior'>>

const none = 'Prices require an `unit_amount` or `unit_amount_decimal` parameter to be set.'

/** The amounts in one currency. `path` is where the parameters stand ('' at the top). Throws Stripe's 400s. */
export function priceAmount(given: AmountParams, place: Place): PriceAmount {
  const { path, tiered } = place
  const names = (['unit_amount', 'unit_amount_decimal', 'custom_unit_amount', 'tiers'] as const).filter(
    (name) => given[name] !== undefined,
  )
  const [first] = names
  if (first !== undefined && names.length > 1) throw onlyOneOf(names.map((name) => at(path, name)))
  if (tiered) {
    if (given.tiers === undefined || given.tiers.length === 0) throw missing(at(path, 'tiers'))
    return { ...noAmount, tiers: tiersOf(given.tiers, place) }
  }
  if (given.tiers !== undefined) {
    const message = '`tiers` requires `billing_scheme` to be set to `tiered`.'
    throw invalidRequest(message, { param: at(path, 'tiers') })
  }
  if (given.custom_unit_amount !== undefined) {
    return { ...noAmount, custom_unit_amount: customAmount(given.custom_unit_amount, place) }
  }
  if (first === undefined) throw invalidRequest(none, path === '' ? {} : { param: path })
  const { whole, decimal } = oneAmount(given, { ...place, name: 'unit_amount' })
  return { ...noAmount, unit_amount: whole, unit_amount_decimal: decimal }
}

/** Amounts in other currencies. Throws Stripe's 400s. */
export function priceOptions(
  given: Record<string, OptionParams>,
  price: { currency: string; path: string; tiered: boolean },
): Record<string, PriceOption> {
  const { currency: own, path, tiered } = price
  if (own in given) {
    const message = `\`currency_options\` cannot include the price's own currency, ${own}.`
    throw invalidRequest(message, { param: at(at(path, 'currency_options'), own) })
  }
  return Object.fromEntries(
    Object.entries(given).map(([currency, { tax_behavior = 'unspecified', ...amounts }]) => {
      const place = { currency, path: at(at(path, 'currency_options'), currency), tiered }
      return [currency, { ...priceAmount(amounts, place), tax_behavior }]
    }),
  )
}

const noAmount = { custom_unit_amount: null, unit_amount: null, unit_amount_decimal: null }

function tiersOf(given: TierParams[], place: Place): PriceTier[] {
  const path = at(place.path, 'tiers')
  return given.map((tier, index) => {
    const bound = given[index - 1]?.up_to ?? 0
    const last = index === given.length - 1
    if (last !== (tier.up_to === null) || (tier.up_to !== null && tier.up_to <= bound)) {
      const message = 'Tiers must be in ascending order of `up_to`, and the last one must have `up_to=inf`.'
      throw invalidRequest(message, { param: `${path}[${index}][up_to]` })
    }
    return tierOf(tier, { ...place, path: `${path}[${index}]` })
  })
}

function tierOf(tier: TierParams, place: Place): PriceTier {
  const unit = oneAmount(tier, { ...place, name: 'unit_amount' })
  const flat = oneAmount(tier, { ...place, name: 'flat_amount' })
  if (unit.decimal === null && flat.decimal === null) {
    throw invalidRequest('An entry in the tiers array is missing an amount.', { param: place.path })
  }
  return {
    flat_amount: flat.whole,
    flat_amount_decimal: flat.decimal,
    unit_amount: unit.whole,
    unit_amount_decimal: unit.decimal,
    up_to: tier.up_to,
  }
}

/** An amount given whole or as a decimal: as a decimal always, whole if it can be. */
function oneAmount(
  given: Given<TierParams>,
  place: Place & { name: 'unit_amount' | 'flat_amount' },
): { whole: number | null; decimal: string | null } {
  const { currency, path, name } = place
  const { [name]: whole, [`${name}_decimal` as const]: decimal } = given
  if (whole !== undefined && decimal !== undefined) {
    throw onlyOneOf([at(path, name), at(path, `${name}_decimal`)])
  }
  const text = decimal ?? whole?.toString() ?? null
  if (text === null) return { whole: null, decimal: null }
  const param = at(path, decimal === undefined ? name : `${name}_decimal`)
  const amount = Number(text)
  checkLargest({ amount, currency }, param)
  if (!Number.isInteger(amount)) return { whole: null, decimal: text }
  checkStep({ amount, currency }, param)
  return { whole: amount, decimal: text }
}

function customAmount(given: CustomParams, place: Place): NonNullable<PriceAmount['custom_unit_amount']> {
  const { currency } = place
  const path = at(place.path, 'custom_unit_amount')
  if (!given.enabled) {
    throw invalidRequest('`enabled` must be true; otherwise omit `custom_unit_amount`.', {
      param: at(path, 'enabled'),
    })
  }
  const { minimum = null, maximum = null, preset = null } = given
  for (const [name, amount] of Object.entries({ minimum, maximum, preset })) {
    if (amount === null) continue
    checkAmount({ amount, currency }, at(path, name))
  }
  if (minimum !== null && maximum !== null && maximum < minimum) {
    throw invalidRequest('`maximum` must be at least `minimum`.', { param: at(path, 'maximum') })
  }
  if (preset !== null && (preset < (minimum ?? 0) || preset > (maximum ?? preset))) {
    throw invalidRequest('`preset` must lie between `minimum` and `maximum`.', { param: at(path, 'preset') })
  }
  return { maximum, minimum, preset }
}

function onlyOneOf(names: string[]): Error {
  const [param = ''] = names
  return invalidRequest(`You may only specify one of these parameters: ${names.join(', ')}.`, { param })
}

function at(path: string, name: string): string {
  return path === '' ? name : `${path}[${name}]`
}
