// What a quantity of a price costs, exactly: prices may have up to twelve decimals of a minor unit, and may be sold in
// packages (https://docs.stripe.com/api/prices/object#price_object-transform_quantity).
import type { UnitPrice } from './unit-price.ts'

/**
 * The amount of a line before discounts and taxes, in minor units, rounded half up once for the whole line, to a
 * multiple of `step`, the smallest amount of the currency.
 */
export function lineAmount(price: UnitPrice, quantity: number, step: number): number {
  const [whole = '0', decimals = ''] = (price.unit_amount_decimal ?? String(price.unit_amount ?? 0)).split(
    '.',
  )
  const scale = 10n ** BigInt(decimals.length)
  const amount = BigInt(whole + decimals) * BigInt(packages(price, quantity))
  const divisor = scale * BigInt(step)
  return Number((amount * 2n + divisor) / (divisor * 2n)) * step
}

function packages(price: UnitPrice, quantity: number): number {
  const { transform_quantity: package_ } = price
  if (package_ === null) return quantity
  const count = quantity / package_.divide_by
  return package_.round === 'up' ? Math.ceil(count) : Math.floor(count)
}
