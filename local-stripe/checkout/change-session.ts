// What the shopper changes on the page before paying. Each change gives the saved session with its new totals, or
// throws a StripeError whose code the page has a sentence for; then nothing was written.
import type { Account } from '../account.ts'
import { invalidRequest } from '../api/stripe-error.ts'
import { promotionCodeToApply } from '../discounts/find-discount.ts'
import type { Session } from '../store/stripe-types.ts'
import { applyDiscount, checkGuest } from './applied-discount.ts'
import { storedPrice } from './find-price.ts'
import { lineItemOf } from './new-line-item.ts'
import { orderItems } from './order-items.ts'
import type { OrderItem } from './price-order.ts'
import { repriceSession } from './reprice-session.ts'
import { sessionDetails } from './session-details.ts'
import { shippingOf } from './shipping-choice.ts'

/** Changes how many of a line item (its id) are bought; 0 takes it away where the minimum is 0 and others are left. */
export function changeQuantity(
  account: Account,
  session: Session,
  change: { item: string; quantity: number },
): Session {
  const { item: id, quantity } = change
  const items = orderItems(account, session.id)
  const changed = items.find(({ item }) => item.id === id)
  if (changed === undefined) throw invalidRequest(`No such line item: '${id}'`, { code: 'resource_missing' })
  const { adjustable_quantity } = changed.item
  const bounds = changed.optional === undefined ? adjustable_quantity : { ...adjustable_quantity, minimum: 0 }
  checkQuantity(bounds, quantity)
  return repriceSession(account, session, { items: withQuantity(items, id, quantity) })
}

/** Applies the code that the shopper typed. Throws Stripe's 400 when it cannot be used. */
export function applyPromotionCode(account: Account, session: Session, code: string): Session {
  if (session.allow_promotion_codes !== true) {
    const message = 'Promotion codes are not enabled for this Checkout Session.'
    throw invalidRequest(message, { code: 'promotion_codes_not_enabled' })
  }
  const order = {
    code,
    amount: session.amount_subtotal ?? 0,
    currency: session.currency ?? '',
    customer: session.customer,
  }
  const found = promotionCodeToApply(account, order)
  checkGuest(found.promotionCode, session.customer_creation === 'if_required')
  const discount = applyDiscount(account, { ...found, session: session.id })
  return repriceSession(account, session, { discount })
}

/** Takes the shopper's promotion code away again; a discount that the shop gave stays. */
export function removePromotionCode(account: Account, session: Session): Session {
  const { discount } = sessionDetails(account, session.id)
  if (discount === null || session.allow_promotion_codes !== true) return session
  return repriceSession(account, session, { discount: null })
}

/** Chooses one of the session's shipping options by the id of its shipping rate. */
export function chooseShippingOption(account: Account, session: Session, shippingRate: string): Session {
  const option = session.shipping_options.find((each) => each.shipping_rate === shippingRate)
  if (option === undefined) {
    throw invalidRequest(`No such shipping rate: '${shippingRate}'`, { code: 'resource_missing' })
  }
  return repriceSession(account, session, { shipping: shippingOf(option) })
}

/** Adds an optional item (the id of its price) so many times; 0 takes it away again. */
export function chooseOptionalItem(
  account: Account,
  session: Session,
  change: { item: string; quantity: number },
): Session {
  const { item: price, quantity } = change
  const offered = session.optional_items?.find((each) => each.price === price)
  if (offered === undefined) throw invalidRequest(`No such price: '${price}'`, { code: 'resource_missing' })
  checkOptional(offered, quantity)
  const items = orderItems(account, session.id)
  const already = items.find((each) => each.optional === price)
  if (already !== undefined) {
    return repriceSession(account, session, { items: withQuantity(items, already.item.id, quantity) })
  }
  if (quantity === 0) return session
  const priced = storedPrice(account, price, 'optional_items')
  const { adjustable_quantity } = offered
  const currency = session.currency ?? priced.price.currency
  const item = lineItemOf(priced, { adjustable_quantity, currency, metadata: {}, quantity })
  return repriceSession(account, session, { items: [...items, { item, rates: [], optional: price }] })
}

function withQuantity(items: OrderItem[], id: string, quantity: number): OrderItem[] {
  if (quantity > 0) {
    return items.map((each) => (each.item.id === id ? { ...each, item: { ...each.item, quantity } } : each))
  }
  if (items.length > 1) return items.filter((each) => each.item.id !== id)
  throw invalidRequest('The last item of an order cannot be removed.', { code: 'order_empty' })
}

function checkQuantity(
  bounds: { enabled?: boolean; minimum?: number | null; maximum?: number | null } | null,
  quantity: number,
): void {
  const fits = quantity >= (bounds?.minimum ?? 0) && quantity <= (bounds?.maximum ?? 0)
  if (bounds?.enabled === true && Number.isInteger(quantity) && fits) return
  throw invalidRequest('This quantity cannot be chosen.', { code: 'quantity_invalid' })
}

/** An optional item can always be left out; without `adjustable_quantity` it is taken as offered. */
function checkOptional(offered: NonNullable<Session['optional_items']>[number], quantity: number): void {
  if (quantity === 0 || quantity === offered.quantity) return
  checkQuantity(offered.adjustable_quantity, quantity)
}
