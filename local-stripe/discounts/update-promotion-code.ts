// POST /v1/promotion_codes/:id (https://docs.stripe.com/api/promotion_codes/update).
import { seconds, type Account } from '../account.ts'
import { flag, object, type ValuesOf } from '../api/fields.ts'
import type { Call } from '../api/route.ts'
import { mergeMetadata, metadata } from '../api/shared-fields.ts'
import { invalidRequest } from '../api/stripe-error.ts'
import { currencyMap } from '../catalogue/option-fields.ts'
import { previousAttributes } from '../events/previous-attributes.ts'
import { recordEvent } from '../events/record-event.ts'
import { includable } from '../store/includable.ts'
import type { PromotionCode } from '../store/stripe-types.ts'
import { checkUnique } from './create-promotion-code.ts'
import { minimumOptions, otherMinimums } from './restrictions.ts'

export const changedPromotionCodeFields = {
  active: flag(),
  metadata: metadata(),
  restrictions: object({ currency_options: currencyMap(minimumOptions) }),
}
type Params = ValuesOf<typeof changedPromotionCodeFields>

/** Changes a promotion code and gives it. Throws Stripe's 400s. */
export function updatePromotionCode(code: PromotionCode, call: Call<Params>): PromotionCode {
  const { account, params, request } = call
  if (params.active === true && !code.active) checkRedeemable(account, code)
  const given = params.restrictions?.currency_options
  if (given !== undefined) {
    const before = includable(account, code).restrictions?.currency_options
    const currency_options = { ...before, ...otherMinimums(given, code.restrictions) }
    account.store.hide(code.id, { restrictions: { currency_options } })
  }
  const changed: PromotionCode = {
    ...code,
    ...(params.active !== undefined && { active: params.active }),
    metadata: params.metadata ? mergeMetadata(code.metadata ?? {}, params.metadata) : code.metadata,
  }
  const previous = previousAttributes(code, changed)
  if (previous === null) return code
  account.store.save(changed)
  recordEvent(account, { type: 'promotion_code.updated', object: changed }, { request, previous })
  return changed
}

/** Only what could still be redeemed, and whose code nobody took meanwhile, becomes active again. */
function checkRedeemable(account: Account, code: PromotionCode): void {
  const { expires_at: end, max_redemptions: most, times_redeemed: redeemed } = code
  const isOver = end !== null && end <= seconds(account)
  const isUsedUp = most !== null && redeemed >= most
  if (isOver || isUsedUp || account.store.find('coupon', code.promotion.coupon)?.valid !== true) {
    const message = 'This promotion code cannot be reactivated because it can no longer be redeemed.'
    throw invalidRequest(message, { param: 'active' })
  }
  checkUnique(account, code)
}
