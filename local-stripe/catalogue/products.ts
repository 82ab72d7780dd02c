// Products as they are stored.
import { seconds, type Account } from '../account.ts'
import { invalidRequest } from '../api/stripe-error.ts'
import { mergeMetadata } from '../api/shared-fields.ts'
import { newId } from '../store/new-id.ts'
import type { Product } from '../store/stripe-types.ts'
import { checkFree } from './own-id.ts'
import type { ProductParams } from './product-fields.ts'

type Optional<T> = { [K in keyof T]?: T[K] | undefined }
type NewProduct = Optional<Omit<ProductParams, 'name'>> & { name: string; default_price?: string }

/** Stores a product, active unless it is said not to be, and gives it. Throws a 400 when its id is taken. */
export function insertProduct(account: Account, params: NewProduct): Product {
  if (params.id !== undefined) checkFree(account, 'product', params.id)
  const now = seconds(account)
  const product: Product = {
    id: params.id ?? newId('prod_', 14),
    object: 'product',
    active: params.active ?? true,
    created: now,
    default_price: params.default_price ?? null,
    description: params.description ?? null,
    images: params.images ?? [],
    livemode: false,
    marketing_features: params.marketing_features ?? [],
    metadata: mergeMetadata({}, params.metadata ?? {}),
    name: params.name,
    package_dimensions: params.package_dimensions ?? null,
    shippable: params.shippable ?? null,
    statement_descriptor: params.statement_descriptor ?? null,
    tax_code: params.tax_code ?? null,
    tax_details: null,
    type: params.type ?? 'service',
    unit_label: params.unit_label ?? null,
    updated: now,
    url: params.url ?? null,
  }
  account.store.insert('product', product)
  return product
}

/** A product that a request names in a parameter. Throws a 400 for an unknown one. */
export function productToUse(account: Account, id: string, param: string): Product {
  const product = account.store.find('product', id)
  if (product !== null) return product
  throw invalidRequest(`No such product: '${id}'`, { code: 'resource_missing', param })
}
