// Which coupon or promotion code may be applied (https://docs.stripe.com/payments/checkout/discounts), and Stripe's
// refusals for those that may not.
import type { Account } from '../account.ts'
import { invalidRequest } from '../api/stripe-error.ts'
import { formatAmount } from '../money/format-amount.ts'
import { includable } from '../store/includable.ts'
import type { Coupon, PromotionCode } from '../store/stripe-types.ts'

/** The purchase that a promotion code is held against: what it costs before the discount, in minor units. */
export type Purchase = { amount: number; currency: string; customer: string | null }
export type FoundDiscount = { promotionCode: PromotionCode; coupon: Coupon }

const refusal = 'This promotion code cannot be redeemed because'

/**
 * A coupon that can be applied, with its `applies_to` and `currency_options`. Throws a 400 for one that is not there,
 * expired or used up; `param` is where the request named it.
 */
export function couponToApply(account: Account, id: string, param: string): Coupon {
  const coupon = account.store.find('coupon', id)
  if (coupon === null) throw invalidRequest(`No such coupon: '${id}'`, { code: 'resource_missing', param })
  if (coupon.valid) return { ...coupon, ...includable(account, coupon) }
  const usedUp = coupon.max_redemptions !== null && coupon.times_redeemed >= coupon.max_redemptions
  const message = usedUp ? `Coupon ${id} is used up and cannot be applied.` : `Coupon expired: ${id}`
  throw invalidRequest(message, { code: 'coupon_expired', param })
}

/** The active promotion code that a customer typed (its case does not matter), with its coupon. Throws Stripe's 400s. */
export function promotionCodeToApply(
  account: Account,
  typed: Purchase & { code: string; param?: string },
): FoundDiscount {
  const { code, customer, param = 'promotion_code' } = typed
  const found = activeWithCode(account, code)
  const own = found.find((each) => each.customer === customer) ?? found.find((each) => each.customer === null)
  const promotionCode = own ?? found[0]
  if (promotionCode === undefined) {
    throw invalidRequest(`No such promotion code: '${code}'`, { code: 'resource_missing', param })
  }
  return checked(account, promotionCode, { ...typed, param })
}

/** The promotion code of an id, with its coupon. Throws Stripe's 400s when the purchase may not use it. */
export function promotionCodeByIdToApply(
  account: Account,
  id: string,
  purchase: Purchase & { param: string },
): FoundDiscount {
  const { param } = purchase
  const promotionCode = account.store.find('promotion_code', id)
  if (promotionCode === null) {
    throw invalidRequest(`No such promotion code: '${id}'`, { code: 'resource_missing', param })
  }
  return checked(account, promotionCode, purchase)
}

/** The active promotion codes with a code, whatever its case, the newest first. */
export function activeWithCode(account: Account, code: string): PromotionCode[] {
  return account.store.page('promotion_code', {
    where: ["lower(json_extract(body, '$.code')) = ?", "json_extract(body, '$.active') = 1"],
    values: [code.toLowerCase()],
    limit: 100,
  })
}

function checked(
  account: Account,
  promotionCode: PromotionCode,
  purchase: Purchase & { param: string },
): FoundDiscount {
  const { param } = purchase
  const coupon = couponToApply(account, promotionCode.promotion.coupon, param)
  const { max_redemptions: most, times_redeemed: redeemed } = promotionCode
  if (most !== null && redeemed >= most) throw no('it has been used the maximum number of times', param)
  if (!promotionCode.active) throw no('it is not active', param)
  if (promotionCode.customer !== null && promotionCode.customer !== purchase.customer) {
    throw no('it belongs to another customer', param)
  }
  checkFirstTime(account, promotionCode, purchase)
  checkMinimum(account, promotionCode, purchase)
  return { promotionCode, coupon }
}

function checkFirstTime(
  account: Account,
  promotionCode: PromotionCode,
  { customer, param }: { customer: string | null; param: string },
): void {
  if (!promotionCode.restrictions.first_time_transaction || customer === null) return
  const [paid] = account.store.page('charge', {
    where: ["json_extract(body, '$.customer') = ?", "json_extract(body, '$.status') = 'succeeded'"],
    values: [customer],
    limit: 1,
  })
  if (paid !== undefined) throw no('the associated customer has prior transactions', param)
}

/** Refuses a purchase that is too small for a promotion code. Throws Stripe's 400. */
export function checkMinimum(
  account: Account,
  promotionCode: PromotionCode,
  purchase: Pick<Purchase, 'amount' | 'currency'> & { param: string },
): void {
  const { amount, currency, param } = purchase
  const { minimum_amount, minimum_amount_currency } = promotionCode.restrictions
  if (minimum_amount === null) return
  const own = minimum_amount_currency === currency ? minimum_amount : null
  const others = includable(account, promotionCode).restrictions?.currency_options
  const minimum = own ?? others?.[currency]?.minimum_amount
  if (minimum === undefined) throw no(`it has no minimum amount in ${currency}`, param)
  if (amount >= minimum) return
  throw no(`it requires a minimum purchase of ${formatAmount({ amount: minimum, currency })}`, param)
}

function no(why: string, param: string): Error {
  return invalidRequest(`${refusal} ${why}.`, { param })
}
