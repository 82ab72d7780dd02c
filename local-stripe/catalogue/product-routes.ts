// Products (https://docs.stripe.com/api/products).
import type { Account } from '../account.ts'
import { choice, flag, list, text } from '../api/fields.ts'
import { equal, listRoute, oneOf, type Page } from '../api/list-objects.ts'
import { retrieveRoute, route, type Route } from '../api/route.ts'
import { searchRoute } from '../api/search-objects.ts'
import { invalidRequest, noSuch } from '../api/stripe-error.ts'
import type { Product } from '../store/stripe-types.ts'
import { createProduct, newProductFields } from './create-product.ts'
import { changedProductFields } from './product-fields.ts'
import { deleteProduct, updateProduct } from './update-product.ts'

const path = '/v1/products'

export const productRoutes: Route[] = [
  route({ method: 'POST', path, fields: newProductFields, run: createProduct }),
  retrieveRoute(`${path}/:id`, find),
  route({
    method: 'POST',
    path: `${path}/:id`,
    fields: changedProductFields,
    run: (call) => updateProduct(find(call.account, call.id), call),
  }),
  route({
    method: 'DELETE',
    path: `${path}/:id`,
    fields: {},
    run: (call) => deleteProduct(find(call.account, call.id), call),
  }),
  searchRoute({
    path: `${path}/search`,
    kind: 'product',
    members: {
      active: 'active',
      description: 'description',
      name: 'name',
      shippable: 'shippable',
      url: 'url',
    },
  }),
  listRoute({
    path,
    kind: 'product',
    filters: {
      active: flag(),
      ids: list(text(), 100),
      shippable: flag(),
      type: choice('good', 'service'),
      url: text(),
    },
    conditions({ active, ids, shippable, type, url }, _account, page) {
      if (ids !== undefined) refuseCursor(page)
      return [
        ...equal('active', active),
        ...oneOf('id', ids),
        ...equal('shippable', shippable),
        ...equal('type', type),
        ...equal('url', url),
      ]
    },
  }),
]

function find(account: Account, id: string): Product {
  const product = account.store.find('product', id)
  if (product === null) throw noSuch('product', id)
  return product
}

function refuseCursor(page: Page): void {
  const cursor = (['starting_after', 'ending_before'] as const).find((name) => page[name] !== undefined)
  if (cursor === undefined) return
  throw invalidRequest(`You may only specify one of these parameters: ids, ${cursor}.`, { param: 'ids' })
}
