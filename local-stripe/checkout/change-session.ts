// What the shopper changes on the page before paying. Each change gives the saved session with its new totals, or
// throws a StripeError whose code the page has a sentence for. Call them in a transaction.
import type { Account } from '../account.ts'
import { invalidRequest, notImitated } from '../api/stripe-error.ts'
import type { LineItem, Session } from '../store/stripe-types.ts'

/** Changes how many of a line item (its id) are bought; 0 takes it away where the minimum is 0. */
export function changeQuantity(
  account: Account,
  session: Session,
  change: { item: string; quantity: number },
): Session {
  const items = account.store.children('item', session.id)
  const item = items.find((each) => each.id === change.item)
  if (item === undefined)
    throw invalidRequest(`No such line item: '${change.item}'`, { code: 'resource_missing' })
  checkQuantity(item, change.quantity)
  const amount = (item.price?.unit_amount ?? 0) * change.quantity
  const changed = { ...item, quantity: change.quantity, amount_subtotal: amount, amount_total: amount }
  account.store.save(changed)
  const total = items.reduce((sum, each) => sum + (each.id === item.id ? changed : each).amount_total, 0)
  const saved: Session = { ...session, amount_subtotal: total, amount_total: total }
  account.store.save(saved)
  return saved
}

/** Applies the code that the shopper typed. Throws Stripe's 400 when it cannot be used. */
export function applyPromotionCode(_account: Account, _session: Session, _code: string): Session {
  throw notImitated('promotion codes')
}

/** Takes the shopper's promotion code away again. */
export function removePromotionCode(_account: Account, _session: Session): Session {
  throw notImitated('promotion codes')
}

/** Chooses one of the session's shipping options by the id of its shipping rate. */
export function chooseShippingOption(_account: Account, _session: Session, _shippingRate: string): Session {
  throw notImitated('shipping options')
}

/** Adds an optional item (the id of its price) so many times; 0 takes it away again. */
export function chooseOptionalItem(
  _account: Account,
  _session: Session,
  _change: { item: string; quantity: number },
): Session {
  throw notImitated('optional items')
}

function checkQuantity(item: LineItem, quantity: number): void {
  const { enabled, minimum, maximum } = item.adjustable_quantity ?? { enabled: false, minimum: 0, maximum: 0 }
  const fits = quantity >= (minimum ?? 0) && quantity <= (maximum ?? 99)
  if (enabled && Number.isInteger(quantity) && fits) return
  throw invalidRequest('The quantity of this item cannot be changed to that.', { code: 'quantity_invalid' })
}
