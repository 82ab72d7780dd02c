// What becomes of discounts when their time is over. Stripe sends no events for it.
import { seconds, type Account } from '../account.ts'
import { endPromotionCodes } from './redeem.ts'

/** Ends a coupon whose `redeem_by` has come, and its promotion codes. */
export function lapseCoupon(account: Account, id: string): void {
  const coupon = account.store.find('coupon', id)
  if (coupon === null || coupon.redeem_by === null || coupon.redeem_by > seconds(account)) return
  account.store.save({ ...coupon, valid: false })
  endPromotionCodes(account, id)
}

/** Ends a promotion code whose `expires_at` has come. */
export function lapsePromotionCode(account: Account, id: string): void {
  const code = account.store.find('promotion_code', id)
  if (code !== null) account.store.save({ ...code, active: false })
}
