// Members that Stripe shows only when they are asked for by `expand[]`. They lie beside the object, so that no answer
// and no event carries them unasked.
import type { Account } from '../account.ts'
import type { Coupon, PromotionCode } from '../store/stripe-types.ts'

export type HiddenOfCoupon = Pick<Coupon, 'applies_to' | 'currency_options'>
export type HiddenOfPromotionCode = { restrictions: Pick<PromotionCode['restrictions'], 'currency_options'> }

/** A coupon with its `applies_to` and `currency_options`, where it has them. */
export function wholeCoupon(account: Account, coupon: Coupon): Coupon {
  const hidden: HiddenOfCoupon | null = JSON.parse(account.store.hidden(coupon.id))
  return { ...coupon, ...hidden }
}

/** The minimum amounts of a promotion code in other currencies than its own. */
export function otherMinimums(
  account: Account,
  promotionCode: PromotionCode,
): Record<string, { minimum_amount: number }> {
  const hidden: HiddenOfPromotionCode | null = JSON.parse(account.store.hidden(promotionCode.id))
  return hidden?.restrictions.currency_options ?? {}
}
