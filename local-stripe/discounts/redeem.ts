// A discount is redeemed once a purchase is complete. The last redemption that is allowed ends it.
import type { Account } from '../account.ts'
import type { Coupon, PromotionCode } from '../store/stripe-types.ts'

/**
 * Counts a redemption of a coupon, and of the promotion code that led to it. Takes them as they were when they were
 * applied: what has changed since is read anew, and what was deleted since is left alone.
 */
export function redeem(
  account: Account,
  redeemed: { coupon: { id: string }; promotionCode?: { id: string } | null },
): void {
  const coupon = account.store.find('coupon', redeemed.coupon.id)
  if (coupon !== null) countCoupon(account, coupon)
  const code = redeemed.promotionCode && account.store.find('promotion_code', redeemed.promotionCode.id)
  if (code) countPromotionCode(account, code)
}

/** Ends every promotion code of a coupon that can no longer be applied. */
export function endPromotionCodes(account: Account, coupon: string): void {
  const where = ["json_extract(body, '$.promotion.coupon') = ?", "json_extract(body, '$.active') = 1"]
  const codes = account.store.page('promotion_code', { where, values: [coupon], limit: -1 })
  for (const code of codes) account.store.save({ ...code, active: false })
}

function countCoupon(account: Account, coupon: Coupon): void {
  const times_redeemed = coupon.times_redeemed + 1
  const usedUp = coupon.max_redemptions !== null && times_redeemed >= coupon.max_redemptions
  account.store.save({ ...coupon, times_redeemed, valid: coupon.valid && !usedUp })
  if (usedUp) endPromotionCodes(account, coupon.id)
}

function countPromotionCode(account: Account, code: PromotionCode): void {
  const times_redeemed = code.times_redeemed + 1
  const usedUp = code.max_redemptions !== null && times_redeemed >= code.max_redemptions
  account.store.save({ ...code, times_redeemed, active: code.active && !usedUp })
}
