// What the shopper may add to the order on the page (https://docs.stripe.com/payments/checkout/optional-items).
import type { Account } from '../account.ts'
import type { Session } from '../store/stripe-types.ts'
import { storedPrice } from './find-price.ts'
import type { OptionalItemParams } from './line-item-fields.ts'
import { readAdjustable } from './new-line-item.ts'
import { unitPrice } from './unit-price.ts'

type OptionalItems = NonNullable<Session['optional_items']>

/** The optional items of a new session. Throws Stripe's 400s. */
export function findOptionalItems(
  account: Account,
  given: OptionalItemParams[],
  currency: string,
): OptionalItems {
  return given.map((item, index) => {
    const path = `optional_items[${index}]`
    const { price } = storedPrice(account, item.price, `${path}[price]`)
    unitPrice(account, { price, currency, param: `${path}[price]` })
    const adjustable_quantity = readAdjustable(item.adjustable_quantity, `${path}[adjustable_quantity]`)
    return { adjustable_quantity, price: price.id, quantity: item.quantity }
  })
}
