// What one piece costs, for the shopper to see.
import type { Account } from '../../account.ts'
import { unitPrice } from '../../checkout/unit-price.ts'
import type { Price } from '../../store/stripe-types.ts'

/** In minor units of a currency; null for prices by the dozen and for parts of a cent. */
export function oneCosts(account: Account, price: Price, currency: string): number | null {
  const { unit_amount, transform_quantity } = unitPrice(account, { price, currency, param: 'price' })
  return transform_quantity === null ? unit_amount : null
}
