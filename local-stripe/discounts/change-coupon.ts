// POST and DELETE /v1/coupons/:id (https://docs.stripe.com/api/coupons/update). What a coupon takes off in its own
// currency stays.
import type { Account } from '../account.ts'
import { clearable, type ValuesOf } from '../api/fields.ts'
import type { Call } from '../api/route.ts'
import { mergeMetadata, metadata } from '../api/shared-fields.ts'
import { invalidRequest } from '../api/stripe-error.ts'
import { currencyMap } from '../catalogue/option-fields.ts'
import { previousAttributes } from '../events/previous-attributes.ts'
import { recordEvent } from '../events/record-event.ts'
import { includable } from '../store/includable.ts'
import type { Coupon } from '../store/stripe-types.ts'
import { amountOptions, otherAmounts } from './coupon-amounts.ts'
import { endPromotionCodes } from './redeem.ts'

export const changedCouponFields = {
  currency_options: currencyMap(amountOptions),
  metadata: metadata(),
  name: clearable(40),
}
type Params = ValuesOf<typeof changedCouponFields>

/** Changes a coupon and gives it. Throws Stripe's 400s. */
export function updateCoupon(coupon: Coupon, { account, params, request }: Call<Params>): Coupon {
  if (params.currency_options !== undefined) addAmounts(account, coupon, params.currency_options)
  const changed: Coupon = {
    ...coupon,
    metadata: params.metadata ? mergeMetadata(coupon.metadata ?? {}, params.metadata) : coupon.metadata,
    ...(params.name !== undefined && { name: params.name }),
  }
  const previous = previousAttributes(coupon, changed)
  if (previous === null) return coupon
  account.store.save(changed)
  recordEvent(account, { type: 'coupon.updated', object: changed }, { request, previous })
  return changed
}

/** Deletes a coupon, which ends its promotion codes, and gives Stripe's word for it. */
export function deleteCoupon(coupon: Coupon, { account, request }: Call<unknown>) {
  account.store.remove(coupon.id)
  endPromotionCodes(account, coupon.id)
  recordEvent(account, { type: 'coupon.deleted', object: { ...coupon, valid: false } }, { request })
  return { id: coupon.id, object: 'coupon', deleted: true }
}

function addAmounts(account: Account, coupon: Coupon, given: Record<string, { amount_off: number }>): void {
  if (coupon.currency === null || coupon.amount_off === null) {
    const message = '`currency_options` are only supported for coupons with an `amount_off`.'
    throw invalidRequest(message, { param: 'currency_options' })
  }
  const before = includable(account, coupon)
  const currency_options = { ...before.currency_options, ...otherAmounts(given, coupon.currency) }
  account.store.hide(coupon.id, { ...before, currency_options })
}
