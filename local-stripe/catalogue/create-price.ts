// POST /v1/prices (https://docs.stripe.com/api/prices/create).
import type { Account } from '../account.ts'
import type { Call } from '../api/route.ts'
import { invalidRequest, missing } from '../api/stripe-error.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Price } from '../store/stripe-types.ts'
import { takeLookupKey } from './lookup-keys.ts'
import { priceAmount, priceOptions } from './price-amounts.ts'
import type { PriceParams } from './price-fields.ts'
import { insertPrice } from './prices.ts'
import { insertProduct, productToUse } from './products.ts'
import { recurringOf } from './recurring.ts'

/** Creates a price, and its product when that is described in it. Throws Stripe's 400s. */
export function createPrice(call: Call<PriceParams>): Price {
  const { account, params, request } = call
  const { currency } = params
  checkProduct(account, params)
  const tiered = params.billing_scheme === 'tiered'
  const recurring = recurringOf(params.recurring)
  checkScheme(params)
  const place = { currency, path: '', tiered }
  const amount = priceAmount(params, place)
  const currencyOptions = priceOptions(params.currency_options ?? {}, place)
  takeLookupKey(account, { key: params.lookup_key, by: null, transfer: params.transfer_lookup_key }, request)
  const price = insertPrice(account, {
    currency,
    priceAmount: amount,
    product: productOf(call),
    active: params.active ?? true,
    taxBehavior: params.tax_behavior,
    metadata: params.metadata,
    nickname: params.nickname,
    lookupKey: params.lookup_key,
    recurring,
    transformQuantity: params.transform_quantity,
    tiersMode: params.tiers_mode,
    currencyOptions,
  })
  recordEvent(account, { type: 'price.created', object: price }, { request })
  return price
}

function checkProduct(account: Account, params: PriceParams): void {
  const { product, product_data } = params
  if (product !== undefined && product_data !== undefined) {
    const message = 'You may only specify one of these parameters: product, product_data.'
    throw invalidRequest(message, { param: 'product' })
  }
  if (product !== undefined) productToUse(account, product, 'product')
  if (product !== undefined || product_data !== undefined) return
  throw invalidRequest('You must specify either `product` or `product_data` when creating a price.')
}

function productOf({ account, params, request }: Call<PriceParams>): string {
  if (params.product_data === undefined) return params.product ?? ''
  const product = insertProduct(account, params.product_data)
  recordEvent(account, { type: 'product.created', object: product }, { request })
  return product.id
}

function checkScheme(params: PriceParams): void {
  const { custom_unit_amount, recurring, tiers_mode, transform_quantity } = params
  if (custom_unit_amount !== undefined && recurring !== undefined) {
    throw invalidRequest('`custom_unit_amount` is not supported for recurring prices.', {
      param: 'custom_unit_amount',
    })
  }
  if (params.billing_scheme !== 'tiered') {
    if (tiers_mode === undefined) return
    const message = '`tiers_mode` requires `billing_scheme` to be set to `tiered`.'
    throw invalidRequest(message, { param: 'tiers_mode' })
  }
  if (recurring === undefined) {
    const message = 'Prices with `type=one_time` are not supported with tiered billing.'
    throw invalidRequest(message, { param: 'interval' })
  }
  if (tiers_mode === undefined) throw missing('tiers_mode')
  if (transform_quantity === undefined) return
  throw invalidRequest('`transform_quantity` cannot be combined with `tiers`.', {
    param: 'transform_quantity',
  })
}
