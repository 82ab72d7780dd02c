// POST /v1/promotion_codes (https://docs.stripe.com/api/promotion_codes/create).
import { seconds, type Account } from '../account.ts'
import { choice, flag, integer, needed, object, text, type Field, type ValuesOf } from '../api/fields.ts'
import type { Call } from '../api/route.ts'
import { currency, mergeMetadata, metadata } from '../api/shared-fields.ts'
import { invalidRequest, missing } from '../api/stripe-error.ts'
import { currencyMap } from '../catalogue/option-fields.ts'
import { customerToUse } from '../customers/customers.ts'
import { recordEvent } from '../events/record-event.ts'
import { newId } from '../store/new-id.ts'
import type { Coupon, PromotionCode } from '../store/stripe-types.ts'
import { checkMoment } from './check-moment.ts'
import { activeWithCode } from './find-discount.ts'
import { checkRestrictions, minimumOptions } from './restrictions.ts'

export const promotionCodeFields = {
  active: flag(),
  code: codeText(),
  coupon: text(),
  customer: text(),
  expires_at: integer(),
  max_redemptions: integer({ min: 1 }),
  metadata: metadata(),
  promotion: object({ coupon: text(), type: needed(choice('coupon')) }),
  restrictions: object({
    currency_options: currencyMap(minimumOptions),
    first_time_transaction: flag(),
    minimum_amount: integer({ min: 1 }),
    minimum_amount_currency: currency(),
  }),
}
type Params = ValuesOf<typeof promotionCodeFields>

/** Creates a promotion code, with a code of its own when none is given. Throws Stripe's 400s. */
export function createPromotionCode({ account, params, request }: Call<Params>): PromotionCode {
  const coupon = couponOf(account, params)
  checkLimits(account, params, coupon)
  const { restrictions, currency_options } = checkRestrictions(params.restrictions ?? {})
  const active = (params.active ?? true) && coupon.valid
  const { customer = null, code = newId('', 8).toUpperCase() } = params
  if (active) checkUnique(account, { code, customer })
  const promotionCode: PromotionCode = {
    id: newId('promo_1', 23),
    object: 'promotion_code',
    active,
    code,
    created: seconds(account),
    customer,
    customer_account: null,
    expires_at: params.expires_at ?? null,
    livemode: false,
    max_redemptions: params.max_redemptions ?? null,
    metadata: mergeMetadata({}, params.metadata ?? {}),
    promotion: { coupon: coupon.id, type: 'coupon' },
    restrictions,
    times_redeemed: 0,
  }
  const hidden = currency_options === null ? null : { restrictions: { currency_options } }
  account.store.insert('promotion_code', promotionCode, { hidden })
  const { id, expires_at: end } = promotionCode
  if (end !== null) account.agenda.add({ task: 'lapse_promotion_code', subject: id, due: end * 1000 })
  recordEvent(account, { type: 'promotion_code.created', object: promotionCode }, { request })
  return promotionCode
}

/** Refuses a code, whatever its case, that another active promotion code for the same customers has. */
export function checkUnique(account: Account, wanted: { code: string; customer: string | null }): void {
  const { code, customer } = wanted
  const other = activeWithCode(account, code).some(
    (each) => each.customer === customer || each.customer === null || customer === null,
  )
  if (other) throw invalidRequest(`An active promotion code with \`code: ${code}\` already exists.`)
}

function couponOf(account: Account, params: Params): Coupon {
  const { promotion } = params
  const id = promotion === undefined ? params.coupon : promotion.coupon
  if (id === undefined) {
    if (promotion === undefined) throw missing('promotion')
    const message = 'You must pass promotion.coupon when passing promotion'
    throw invalidRequest(message, { param: 'promotion.coupon' })
  }
  const coupon = account.store.find('coupon', id)
  if (coupon !== null) return coupon
  const param = promotion === undefined ? 'coupon' : 'promotion[coupon]'
  throw invalidRequest(`No such coupon: '${id}'`, { code: 'resource_missing', param })
}

function checkLimits(account: Account, params: Params, coupon: Coupon): void {
  const { customer, expires_at: end, max_redemptions: most } = params
  if (customer !== undefined) customerToUse(account, customer)
  if (end !== undefined) {
    checkMoment(account, end, 'expires_at')
    if (coupon.redeem_by !== null && end > coupon.redeem_by) {
      const message = "`expires_at` cannot be after the coupon's `redeem_by`."
      throw invalidRequest(message, { param: 'expires_at' })
    }
  }
  if (most !== undefined && coupon.max_redemptions !== null && most > coupon.max_redemptions) {
    const message = "`max_redemptions` cannot be greater than the coupon's `max_redemptions`."
    throw invalidRequest(message, { param: 'max_redemptions' })
  }
}

function codeText(): Field<string> {
  return {
    read(value, path) {
      const given = text(500).read(value, path)
      if (/^[\w-]+$/.test(given)) return given
      const message =
        'This value must match the regex pattern. ' +
        `(/\\A[a-zA-Z0-9\\-_]+\\z/ does not match for the value ${given}).`
      throw invalidRequest(message, { param: path })
    },
  }
}
