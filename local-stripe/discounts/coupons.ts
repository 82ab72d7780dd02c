// Coupons (https://docs.stripe.com/api/coupons).
import type { Account } from '../account.ts'
import { listRoute } from '../api/list-objects.ts'
import { retrieveRoute, route, type Route } from '../api/route.ts'
import { noSuch } from '../api/stripe-error.ts'
import type { Coupon } from '../store/stripe-types.ts'
import { changedCouponFields, deleteCoupon, updateCoupon } from './change-coupon.ts'
import { couponFields, createCoupon } from './create-coupon.ts'

const path = '/v1/coupons'

export const couponRoutes: Route[] = [
  route({ method: 'POST', path, fields: couponFields, run: createCoupon }),
  retrieveRoute(`${path}/:id`, find),
  route({
    method: 'POST',
    path: `${path}/:id`,
    fields: changedCouponFields,
    run: (call) => updateCoupon(find(call.account, call.id), call),
  }),
  route({
    method: 'DELETE',
    path: `${path}/:id`,
    fields: {},
    run: (call) => deleteCoupon(find(call.account, call.id), call),
  }),
  listRoute({ path, kind: 'coupon', filters: {}, conditions: () => [] }),
]

function find(account: Account, id: string): Coupon {
  const coupon = account.store.find('coupon', id)
  if (coupon === null) throw noSuch('coupon', id, 'coupon')
  return coupon
}
