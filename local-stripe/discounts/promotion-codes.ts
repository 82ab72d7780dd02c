// Promotion codes (https://docs.stripe.com/api/promotion_codes).
import type { Account } from '../account.ts'
import { flag, text } from '../api/fields.ts'
import { equal, listRoute } from '../api/list-objects.ts'
import { retrieveRoute, route, type Route } from '../api/route.ts'
import { invalidRequest, noSuch } from '../api/stripe-error.ts'
import { customerToUse } from '../customers/customers.ts'
import type { PromotionCode } from '../store/stripe-types.ts'
import { createPromotionCode, promotionCodeFields } from './create-promotion-code.ts'
import { changedPromotionCodeFields, updatePromotionCode } from './update-promotion-code.ts'

const path = '/v1/promotion_codes'

export const promotionCodeRoutes: Route[] = [
  route({ method: 'POST', path, fields: promotionCodeFields, run: createPromotionCode }),
  retrieveRoute(`${path}/:id`, find),
  route({
    method: 'POST',
    path: `${path}/:id`,
    fields: changedPromotionCodeFields,
    run: (call) => updatePromotionCode(find(call.account, call.id), call),
  }),
  listRoute({
    path,
    kind: 'promotion_code',
    filters: { active: flag(), code: text(), coupon: text(), customer: text() },
    conditions: ({ active, code, coupon, customer }, account) => [
      ...equal('active', active),
      ...(code === undefined
        ? []
        : [{ sql: "lower(json_extract(body, '$.code')) = ?", values: [code.toLowerCase()] }]),
      ...equal('promotion.coupon', coupon && knownCoupon(account, coupon)),
      ...equal('customer', customer && customerToUse(account, customer).id),
    ],
  }),
]

function find(account: Account, id: string): PromotionCode {
  const code = account.store.find('promotion_code', id)
  if (code === null) throw noSuch('promotion code', id, 'promotion_code')
  return code
}

function knownCoupon(account: Account, id: string): string {
  if (account.store.find('coupon', id) !== null) return id
  throw invalidRequest(`No such coupon: '${id}'`, { code: 'resource_missing', param: 'coupon' })
}
