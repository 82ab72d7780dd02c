// A line item from what the request says of it (https://docs.stripe.com/api/checkout/sessions/line_items).
import type { Account } from '../account.ts'
import { invalidRequest } from '../api/stripe-error.ts'
import { taxRateToUse } from '../rates/tax-rates.ts'
import { newId } from '../store/new-id.ts'
import type { LineItem, TaxRate } from '../store/stripe-types.ts'
import { findPrice, type GivenItem, type Priced } from './find-price.ts'
import type { AdjustableQuantity } from './line-item-fields.ts'
import type { OrderItem } from './price-order.ts'

const usualMaximum = 99

/** A line item that is not stored and has no amounts yet. `currency` is null for the first one, which sets it. */
export function newLineItem(account: Account, item: GivenItem & { currency: string | null }): OrderItem {
  const { given, path } = item
  const priced = findPrice(account, item)
  const { quantity, adjustable_quantity } = quantities(given, path)
  const currency = item.currency ?? priced.price.currency
  const { metadata = {} } = given
  return {
    item: lineItemOf(priced, { quantity, adjustable_quantity, currency, metadata }),
    rates: findRates(account, given.tax_rates ?? [], `${path}[tax_rates]`),
  }
}

/** A line item of a price, without amounts. */
export function lineItemOf(
  { price, name }: Priced,
  more: Pick<LineItem, 'adjustable_quantity' | 'currency' | 'metadata' | 'quantity'>,
): LineItem {
  return {
    id: newId('li_1', 23),
    object: 'item',
    amount_discount: 0,
    amount_subtotal: 0,
    amount_tax: 0,
    amount_total: 0,
    description: name,
    price,
    ...more,
  }
}

/** How many are bought, and how the shopper may change that. Throws Stripe's 400s. */
export function quantities(
  given: Pick<GivenItem['given'], 'quantity' | 'adjustable_quantity'>,
  path: string,
): { quantity: number; adjustable_quantity: LineItem['adjustable_quantity'] } {
  const { quantity } = given
  const param = `${path}[quantity]`
  if (quantity === undefined) {
    const message = `Quantity is required. Add \`quantity\` to \`${path}\``
    throw invalidRequest(message, { code: 'parameter_missing', param })
  }
  const adjustable = readAdjustable(given.adjustable_quantity, `${path}[adjustable_quantity]`)
  const { minimum, maximum } = adjustable ?? { minimum: null, maximum: null }
  if (quantity >= (minimum ?? 1) && quantity <= (maximum ?? quantity)) {
    return { quantity, adjustable_quantity: adjustable }
  }
  const message = `The quantity must be between the minimum (${minimum}) and the maximum (${maximum}) of \`adjustable_quantity\`.`
  throw invalidRequest(message, { param })
}

/** How the shopper may change a quantity; null when not at all. Throws a 400 for bounds that exclude everything. */
export function readAdjustable(
  given: AdjustableQuantity | undefined,
  path: string,
): LineItem['adjustable_quantity'] {
  if (given === undefined || !given.enabled) return null
  const { maximum = Math.max(usualMaximum, given.minimum ?? 0), minimum = 0 } = given
  if (minimum <= maximum) return { enabled: true, maximum, minimum }
  const message = `\`${path}[minimum]\` must be less than or equal to \`${path}[maximum]\`.`
  throw invalidRequest(message, { param: `${path}[minimum]` })
}

/** The active tax rates of these ids. Throws Stripe's 400s. */
export function findRates(account: Account, ids: string[], path: string): TaxRate[] {
  return ids.map((id, index) => taxRateToUse(account, id, `${path}[${index}]`))
}
