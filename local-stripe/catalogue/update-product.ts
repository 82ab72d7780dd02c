// POST and DELETE /v1/products/:id (https://docs.stripe.com/api/products/update).
import { seconds, type Account } from '../account.ts'
import type { Call } from '../api/route.ts'
import { mergeMetadata } from '../api/shared-fields.ts'
import { invalidRequest } from '../api/stripe-error.ts'
import { previousAttributes } from '../events/previous-attributes.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Product } from '../store/stripe-types.ts'
import type { ChangedProductParams } from './product-fields.ts'

/** Changes a product and gives it. Throws Stripe's 400s. */
export function updateProduct(product: Product, call: Call<ChangedProductParams>): Product {
  const { account, params, request } = call
  if (params.default_price) checkDefaultPrice(account, product, params.default_price)
  const { metadata, ...given } = params
  const entries = Object.entries(given).filter(([, value]) => value !== undefined)
  const changed: Product = {
    ...product,
    ...Object.fromEntries(entries),
    metadata: metadata === undefined ? product.metadata : mergeMetadata(product.metadata, metadata),
  }
  if (previousAttributes(product, changed) === null) return product
  changed.updated = seconds(account)
  account.store.save(changed)
  const previous = previousAttributes(product, changed) ?? {}
  recordEvent(account, { type: 'product.updated', object: changed }, { request, previous })
  return changed
}

/** Deletes a product that has no prices, and gives Stripe's word for it. Throws a 400 for one that has. */
export function deleteProduct(product: Product, { account, request }: Call<unknown>) {
  const where = ["json_extract(body, '$.product') = ?"]
  if (account.store.page('price', { where, values: [product.id], limit: 1 }).length > 0) {
    throw invalidRequest('This product cannot be deleted because it has one or more user-created prices.')
  }
  account.store.remove(product.id)
  const deleted = { ...product, active: false }
  recordEvent(account, { type: 'product.deleted', object: deleted }, { request })
  return { id: product.id, object: 'product', deleted: true }
}

function checkDefaultPrice(account: Account, product: Product, id: string): void {
  const param = 'default_price'
  const price = account.store.find('price', id)
  if (price === null) throw invalidRequest(`No such price: '${id}'`, { code: 'resource_missing', param })
  if (price.product !== product.id) {
    throw invalidRequest(`The price \`${id}\` does not belong to this product.`, { param })
  }
  if (price.active) return
  throw invalidRequest(`The price \`${id}\` is inactive. The default price of a product must be active.`, {
    param,
  })
}
