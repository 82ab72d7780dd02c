// The line items of an updated session: each is one that is kept, perhaps changed, or a new one; those that are not
// named are gone (https://docs.stripe.com/payments/checkout/dynamically-update-line-items).
import type { Account } from '../account.ts'
import { mergeMetadata } from '../api/shared-fields.ts'
import { invalidRequest } from '../api/stripe-error.ts'
import type { LineItem, Session } from '../store/stripe-types.ts'
import { findPrice, type GivenItem } from './find-price.ts'
import type { ChangedLineItem } from './line-item-fields.ts'
import { findRates, newLineItem, quantities } from './new-line-item.ts'
import { orderItems } from './order-items.ts'
import type { OrderItem } from './price-order.ts'

const notInItem = {
  amount: undefined,
  currency: undefined,
  description: undefined,
  images: undefined,
  name: undefined,
}

/** The line items that an update asks for, in its order. Throws Stripe's 400s. */
export function changedItems(account: Account, session: Session, given: ChangedLineItem[]): OrderItem[] {
  const existing = orderItems(account, session.id)
  return given.map(({ id, ...rest }, index) => {
    const item = { given: { ...rest, ...notInItem }, path: `line_items[${index}]`, old: false }
    if (id === undefined) return newLineItem(account, { ...item, currency: session.currency })
    const kept = existing.find((each) => each.item.id === id)
    const repeated = given.findIndex((each) => each.id === id) !== index
    if (kept !== undefined && !repeated) return changedItem(account, kept, item)
    const message = repeated ? `The line item '${id}' is named twice.` : `No such line item: '${id}'`
    throw invalidRequest(message, { code: 'resource_missing', param: `${item.path}[id]` })
  })
}

function changedItem(account: Account, kept: OrderItem, change: GivenItem): OrderItem {
  const { given, path } = change
  const { adjustable_quantity: adjustable } = given
  const quantity = given.quantity ?? kept.item.quantity ?? 1
  const asked = quantities({ quantity, adjustable_quantity: adjustable }, path)
  const item: LineItem = {
    ...kept.item,
    ...changedPrice(account, change),
    quantity: asked.quantity,
    ...(adjustable && { adjustable_quantity: asked.adjustable_quantity }),
    metadata: mergeMetadata(kept.item.metadata ?? {}, given.metadata ?? {}),
  }
  if (given.tax_rates === undefined) return { ...kept, item }
  return { ...kept, item, rates: findRates(account, given.tax_rates, `${path}[tax_rates]`) }
}

function changedPrice(account: Account, change: GivenItem): Partial<LineItem> {
  const { price, price_data } = change.given
  if (price === undefined && price_data === undefined) return {}
  const found = findPrice(account, change)
  return { price: found.price, description: found.name }
}
