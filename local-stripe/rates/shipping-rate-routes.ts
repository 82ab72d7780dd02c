// Shipping rates (https://docs.stripe.com/api/shipping_rates).
import type { Account } from '../account.ts'
import { flag } from '../api/fields.ts'
import { equal, listRoute } from '../api/list-objects.ts'
import { retrieveRoute, route, type Route } from '../api/route.ts'
import { currency } from '../api/shared-fields.ts'
import { noSuch } from '../api/stripe-error.ts'
import type { ShippingRate } from '../store/stripe-types.ts'
import { insertShippingRate, shippingRateFields } from './shipping-rates.ts'
import { changedShippingRateFields, updateShippingRate } from './update-shipping-rate.ts'

const path = '/v1/shipping_rates'

export const shippingRateRoutes: Route[] = [
  route({
    method: 'POST',
    path,
    fields: shippingRateFields,
    run: ({ account, params }) => insertShippingRate(account, params),
  }),
  retrieveRoute(`${path}/:id`, find),
  route({
    method: 'POST',
    path: `${path}/:id`,
    fields: changedShippingRateFields,
    run: (call) => updateShippingRate(find(call.account, call.id), call),
  }),
  listRoute({
    path,
    kind: 'shipping_rate',
    filters: { active: flag(), currency: currency() },
    conditions: (params) => [
      ...equal('active', params.active),
      ...equal('fixed_amount.currency', params.currency),
    ],
  }),
]

function find(account: Account, id: string): ShippingRate {
  const rate = account.store.find('shipping_rate', id)
  if (rate === null) throw noSuch('shipping rate', id, 'shipping_rate_token')
  return rate
}
