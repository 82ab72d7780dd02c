// POST /v1/products (https://docs.stripe.com/api/products/create).
import { object } from '../api/fields.ts'
import type { Call } from '../api/route.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Price, Product } from '../store/stripe-types.ts'
import { priceAmount, priceOptions } from './price-amounts.ts'
import { defaultPriceFields, type DefaultPriceParams } from './price-fields.ts'
import { insertPrice } from './prices.ts'
import { productFields, type ProductParams } from './product-fields.ts'
import { insertProduct } from './products.ts'
import { recurringOf } from './recurring.ts'

export const newProductFields = { ...productFields, default_price_data: object(defaultPriceFields) }
type Params = ProductParams & { default_price_data: DefaultPriceParams | undefined }

/** Creates a product, and its default price when that is described. Throws Stripe's 400s. */
export function createProduct(call: Call<Params>): Product {
  const { account, params, request } = call
  const { default_price_data: data, ...given } = params
  const product = insertProduct(account, given)
  const price = data && defaultPrice(call, { data, product: product.id })
  if (price !== undefined) {
    product.default_price = price.id
    account.store.save(product)
  }
  recordEvent(account, { type: 'product.created', object: product }, { request })
  if (price !== undefined) recordEvent(account, { type: 'price.created', object: price }, { request })
  return product
}

function defaultPrice(
  { account }: Call<Params>,
  { data, product }: { data: DefaultPriceParams; product: string },
): Price {
  const { currency } = data
  const place = { currency, path: 'default_price_data', tiered: false }
  return insertPrice(account, {
    currency,
    priceAmount: priceAmount(data, place),
    product,
    active: true,
    taxBehavior: data.tax_behavior,
    metadata: data.metadata,
    recurring: recurringOf(data.recurring, 'default_price_data[recurring]'),
    currencyOptions: priceOptions(data.currency_options ?? {}, place),
  })
}
