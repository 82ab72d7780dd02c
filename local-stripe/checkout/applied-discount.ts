// The one discount of a session: a coupon, or a promotion code with the coupon behind it.
import { seconds, type Account } from '../account.ts'
import { invalidRequest, missing } from '../api/stripe-error.ts'
import { couponToApply, promotionCodeByIdToApply } from '../discounts/find-discount.ts'
import { newId } from '../store/new-id.ts'
import type { Coupon, LineItem, PromotionCode, Session } from '../store/stripe-types.ts'
import type { SessionParams } from './session-fields.ts'

/** Kept as it was when it was applied: what happens to the coupon later does not change the order. */
export type AppliedDiscount = {
  coupon: Coupon
  promotionCode: PromotionCode | null
  /** As Stripe shows it where amounts are broken down. */
  object: NonNullable<LineItem['discounts']>[number]['discount']
}
/** `guest` tells that the session makes no customer, so that nobody knows who has bought before. */
type Order = { session: string; amount: number; currency: string; customer: string | null; guest: boolean }

/** The discount that the shop asks for, held against the order before discounts. Throws Stripe's 400s. */
export function discountAskedFor(
  account: Account,
  asked: SessionParams['discounts'],
  order: Order,
): AppliedDiscount | null {
  const [first] = asked ?? []
  if (first === undefined) return null
  const { coupon: id, promotion_code: code } = first
  if (id !== undefined && code !== undefined) {
    const names = 'discounts[0][coupon], discounts[0][promotion_code]'
    throw invalidRequest(`You may only specify one of these parameters: ${names}.`, { param: 'discounts[0]' })
  }
  if (code !== undefined) {
    const param = 'discounts[0][promotion_code]'
    const found = promotionCodeByIdToApply(account, code, { ...order, param })
    checkGuest(found.promotionCode, order.guest, param)
    return applyDiscount(account, { ...found, session: order.session })
  }
  if (id === undefined) throw missing('discounts[0][coupon]')
  const coupon = couponToApply(account, id, 'discounts[0][coupon]')
  return applyDiscount(account, { coupon, promotionCode: null, session: order.session })
}

/** Refuses a promotion code for first-time customers to a guest (https://docs.stripe.com/payments/checkout/guest-customers). */
export function checkGuest(promotionCode: PromotionCode, guest: boolean, param?: string): void {
  if (!guest || !promotionCode.restrictions.first_time_transaction) return
  const message =
    'This promotion code cannot be redeemed because it is for first-time customers, and this Checkout Session makes no customer.'
  throw invalidRequest(message, param === undefined ? {} : { param })
}

/** A session's discount of what was found to apply. */
export function applyDiscount(
  account: Account,
  found: { coupon: Coupon; promotionCode: PromotionCode | null; session: string },
): AppliedDiscount {
  const { coupon, promotionCode, session } = found
  const object: AppliedDiscount['object'] = {
    id: newId('di_1', 23),
    object: 'discount',
    checkout_session: session,
    customer: null,
    customer_account: null,
    end: null,
    invoice: null,
    invoice_item: null,
    promotion_code: promotionCode?.id ?? null,
    source: { coupon: coupon.id, type: 'coupon' },
    start: seconds(account),
    subscription: null,
    subscription_item: null,
  }
  return { coupon, promotionCode, object }
}

/** What a session says of its discount: it names the promotion code alone where there is one. */
export function sessionDiscounts(discount: AppliedDiscount | null): NonNullable<Session['discounts']> {
  if (discount === null) return []
  const { coupon, promotionCode } = discount
  return [{ coupon: promotionCode === null ? coupon.id : null, promotion_code: promotionCode?.id ?? null }]
}
