// Products (https://docs.stripe.com/api/products).
import { seconds, type Account } from '../account.ts'
import { clearable, flag, list, needed, text } from '../api/fields.ts'
import { listRoute } from '../api/list-objects.ts'
import { retrieveRoute, route, type Route } from '../api/route.ts'
import { metadata, webAddress } from '../api/shared-fields.ts'
import { noSuch } from '../api/stripe-error.ts'
import { recordEvent } from '../events/record-event.ts'
import { newId } from '../store/new-id.ts'
import type { Product } from '../store/stripe-types.ts'

export const productRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/v1/products',
    fields: {
      name: needed(text()),
      active: flag(),
      description: clearable(),
      images: list(webAddress(2048), 8),
      metadata: metadata(),
      unit_label: text(),
      tax_code: text(),
    },
    run({ account, params, request }) {
      const product = insertProduct(account, { ...params, active: params.active ?? true })
      recordEvent(account, { type: 'product.created', object: product }, { request })
      return product
    },
  }),
  retrieveRoute('/v1/products/:id', (account, id) => {
    const product = account.store.find('product', id)
    if (product === null) throw noSuch('product', id)
    return product
  }),
  listRoute({
    path: '/v1/products',
    kind: 'product',
    filters: { active: flag() },
    conditions: ({ active }) =>
      active === undefined ? [] : [{ sql: "json_extract(body, '$.active') = ?", values: [Number(active)] }],
  }),
]

/** Stores a product and gives it. */
export function insertProduct(
  account: Account,
  params: {
    name: string
    active: boolean
    description?: string | null | undefined
    images?: string[] | undefined
    metadata?: Record<string, string> | undefined
    unit_label?: string | undefined
    tax_code?: string | undefined
  },
): Product {
  const now = seconds(account)
  const product: Product = {
    id: newId('prod_', 14),
    object: 'product',
    active: params.active,
    created: now,
    default_price: null,
    description: params.description ?? null,
    images: params.images ?? [],
    livemode: false,
    marketing_features: [],
    metadata: params.metadata ?? {},
    name: params.name,
    package_dimensions: null,
    shippable: null,
    statement_descriptor: null,
    tax_code: params.tax_code ?? null,
    tax_details: null,
    type: 'service',
    unit_label: params.unit_label ?? null,
    updated: now,
    url: null,
  }
  account.store.insert('product', product)
  return product
}
