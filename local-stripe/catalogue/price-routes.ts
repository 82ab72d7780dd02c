// Prices (https://docs.stripe.com/api/prices).
import type { Account } from '../account.ts'
import { choice, flag, list, object, text } from '../api/fields.ts'
import { equal, listRoute, oneOf } from '../api/list-objects.ts'
import { retrieveRoute, route, type Route } from '../api/route.ts'
import { searchRoute } from '../api/search-objects.ts'
import { currency } from '../api/shared-fields.ts'
import { noSuch } from '../api/stripe-error.ts'
import type { Price } from '../store/stripe-types.ts'
import { createPrice } from './create-price.ts'
import { priceFields } from './price-fields.ts'
import { productToUse } from './products.ts'
import { changedPriceFields, updatePrice } from './update-price.ts'

const path = '/v1/prices'

export const priceRoutes: Route[] = [
  route({ method: 'POST', path, fields: priceFields, run: createPrice }),
  retrieveRoute(`${path}/:id`, find),
  route({
    method: 'POST',
    path: `${path}/:id`,
    fields: changedPriceFields,
    run: (call) => updatePrice(find(call.account, call.id), call),
  }),
  searchRoute({
    path: `${path}/search`,
    kind: 'price',
    members: {
      active: 'active',
      currency: 'currency',
      lookup_key: 'lookup_key',
      product: 'product',
      type: 'type',
    },
  }),
  listRoute({
    path,
    kind: 'price',
    filters: {
      active: flag(),
      currency: currency(),
      lookup_keys: list(text(200), 10),
      product: text(),
      recurring: object({
        interval: choice('day', 'month', 'week', 'year'),
        usage_type: choice('licensed', 'metered'),
      }),
      type: choice('one_time', 'recurring'),
    },
    conditions: (params, account) => [
      ...equal('active', params.active),
      ...equal('currency', params.currency),
      ...oneOf('lookup_key', params.lookup_keys),
      ...equal('product', params.product && productToUse(account, params.product, 'product').id),
      ...equal('recurring.interval', params.recurring?.interval),
      ...equal('recurring.usage_type', params.recurring?.usage_type),
      ...equal('type', params.type),
    ],
  }),
]

function find(account: Account, id: string): Price {
  const price = account.store.find('price', id)
  if (price === null) throw noSuch('price', id, 'price')
  return price
}
