// Prices (https://docs.stripe.com/api/prices), one-time ones.
import { seconds, type Account } from '../account.ts'
import { choice, clearable, flag, integer, needed, object, text } from '../api/fields.ts'
import { equal, listRoute } from '../api/list-objects.ts'
import { retrieveRoute, route, type Route } from '../api/route.ts'
import { currency, metadata } from '../api/shared-fields.ts'
import { invalidRequest, missing, noSuch } from '../api/stripe-error.ts'
import { recordEvent } from '../events/record-event.ts'
import { checkLargest } from '../money/check-total.ts'
import { smallestStep } from '../money/currencies.ts'
import { newId } from '../store/new-id.ts'
import type { Price } from '../store/stripe-types.ts'
import { insertProduct } from './products.ts'

const taxBehavior = choice('exclusive', 'inclusive', 'unspecified')
const fields = {
  currency: needed(currency()),
  active: flag(),
  lookup_key: text(200),
  metadata: metadata(),
  nickname: clearable(),
  product: text(),
  product_data: object({ name: needed(text()), metadata: metadata(), active: flag() }),
  tax_behavior: taxBehavior,
  unit_amount: needed(integer({ min: 0 })),
}

export const priceRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/v1/prices',
    fields,
    run({ account, params, request }) {
      const { unit_amount: amount, currency: code, product, product_data } = params
      checkLargest({ amount, currency: code }, 'unit_amount')
      const price = insertPrice(account, {
        amount,
        currency: code,
        product: product_data ? insertProduct(account, named(product_data)).id : known(account, product),
        active: params.active ?? true,
        taxBehavior: params.tax_behavior,
        metadata: params.metadata,
        nickname: params.nickname,
        lookupKey: params.lookup_key,
      })
      recordEvent(account, { type: 'price.created', object: price }, { request })
      return price
    },
  }),
  retrieveRoute('/v1/prices/:id', (account, id) => {
    const price = account.store.find('price', id)
    if (price === null) throw noSuch('price', id, 'price')
    return price
  }),
  listRoute({
    path: '/v1/prices',
    kind: 'price',
    filters: { active: flag(), currency: currency(), product: text() },
    conditions: (params) => [
      ...equal('currency', params.currency),
      ...equal('product', params.product),
      ...(params.active === undefined
        ? []
        : [{ sql: "json_extract(body, '$.active') = ?", values: [Number(params.active)] }]),
    ],
  }),
]

/** Stores a one-time price, its amount in minor units, and gives it. */
export function insertPrice(
  account: Account,
  params: {
    amount: number
    currency: string
    product: string
    active: boolean
    taxBehavior: 'exclusive' | 'inclusive' | 'unspecified' | undefined
    metadata?: Record<string, string> | undefined
    nickname?: string | null | undefined
    lookupKey?: string | undefined
  },
): Price {
  checkStep(params)
  const price: Price = {
    id: newId('price_1', 23),
    object: 'price',
    active: params.active,
    billing_scheme: 'per_unit',
    created: seconds(account),
    currency: params.currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: params.lookupKey ?? null,
    metadata: params.metadata ?? {},
    nickname: params.nickname ?? null,
    product: params.product,
    recurring: null,
    tax_behavior: params.taxBehavior ?? 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: 'one_time',
    unit_amount: params.amount,
    unit_amount_decimal: String(params.amount),
  }
  account.store.insert('price', price)
  return price
}

function checkStep(money: { amount: number; currency: string }): void {
  const step = smallestStep(money.currency)
  if (money.amount % step === 0) return
  throw invalidRequest(`Invalid amount: ${money.currency} amounts must be divisible by ${step}.`, {
    param: 'unit_amount',
  })
}

function known(account: Account, product: string | undefined): string {
  if (product === undefined) throw missing('product')
  if (account.store.find('product', product) !== null) return product
  throw invalidRequest(`No such product: '${product}'`, { code: 'resource_missing', param: 'product' })
}

function named(data: {
  name: string
  active: boolean | undefined
  metadata: Record<string, string> | undefined
}) {
  return { name: data.name, active: data.active ?? true, metadata: data.metadata }
}
