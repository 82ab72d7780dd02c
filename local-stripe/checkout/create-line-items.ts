// Line items: from a stored price, from `price_data`, or (before 2022-08-01) from an amount and a name of their own.
// Prices and products named in the request itself are made on the spot and are not for sale again (`active: false`).
import type { Account } from '../account.ts'
import { hasOldShape } from '../api/api-version.ts'
import type { Call } from '../api/route.ts'
import { invalidRequest, missing } from '../api/stripe-error.ts'
import { insertPrice } from '../catalogue/prices.ts'
import { insertProduct } from '../catalogue/products.ts'
import { checkLargest } from '../money/check-total.ts'
import { newId } from '../store/new-id.ts'
import type { LineItem, Price, Product } from '../store/stripe-types.ts'
import type { LineItemParams, SessionParams } from './session-fields.ts'

/** Creates the line items of a session. Throws Stripe's 400s. */
export function createLineItems(call: Call<SessionParams>, session: string): LineItem[] {
  const { account, params, version } = call
  const old = hasOldShape(version.name)
  return (params.line_items ?? []).map((given, index) => {
    const path = `line_items[${index}]`
    const { price, product } = priceOf(account, { given, path, old })
    const item = newLineItem({ given, path, price, name: product.name })
    account.store.insert('item', item, { parent: session })
    return item
  })
}

type Given = { given: LineItemParams; path: string; old: boolean }
type Priced = { price: Price; product: Product }

function priceOf(account: Account, item: Given): Priced {
  const { given, path } = item
  if (given.amount !== undefined || given.name !== undefined || given.currency !== undefined) {
    return priceFromAmount(account, item)
  }
  if (given.price !== undefined && given.price_data !== undefined) {
    const message = `You may only specify one of these parameters: ${path}[price], ${path}[price_data].`
    throw invalidRequest(message, { param: path })
  }
  if (given.price !== undefined) return storedPrice(account, given.price, `${path}[price]`)
  if (given.price_data === undefined) throw missing(`${path}[price]`)
  return priceFromData(account, given.price_data, `${path}[price_data]`)
}

function storedPrice(account: Account, id: string, param: string): Priced {
  const price = account.store.find('price', id)
  if (price === null) throw invalidRequest(`No such price: '${id}'`, { code: 'resource_missing', param })
  const product = account.store.find('product', price.product)
  if (!price.active) {
    throw invalidRequest('The price specified is inactive. This field only accepts active prices.', { param })
  }
  if (product === null) throw invalidRequest(`No such product: '${price.product}'`, { param })
  return { price, product }
}

type PriceData = NonNullable<LineItemParams['price_data']>

function priceFromData(account: Account, data: PriceData, path: string): Priced {
  if (data.unit_amount === undefined) throw missing(`${path}[unit_amount]`)
  const money = { amount: data.unit_amount, currency: data.currency }
  checkLargest(money, `${path}[unit_amount]`)
  const product = productOf(account, data, path)
  const price = insertPrice(account, {
    ...money,
    product: product.id,
    active: false,
    taxBehavior: data.tax_behavior,
  })
  return { price, product }
}

function productOf(account: Account, data: PriceData, path: string): Product {
  if (data.product_data !== undefined) return insertProduct(account, { ...data.product_data, active: false })
  if (data.product === undefined) throw missing(`${path}[product_data]`)
  const product = account.store.find('product', data.product)
  if (product !== null) return product
  const param = `${path}[product]`
  throw invalidRequest(`No such product: '${data.product}'`, { code: 'resource_missing', param })
}

function priceFromAmount(account: Account, item: Given): Priced {
  const { given, path, old } = item
  if (!old) throw invalidRequest(gone, { param: path })
  if (given.amount === undefined) throw missing(`${path}[amount]`)
  if (given.currency === undefined) throw missing(`${path}[currency]`)
  if (given.name === undefined) throw missing(`${path}[name]`)
  const money = { amount: given.amount, currency: given.currency }
  checkLargest(money, `${path}[amount]`)
  const { name, description, images } = given
  const product = insertProduct(account, { name, description, images, active: false })
  const price = insertPrice(account, { ...money, product: product.id, active: false, taxBehavior: undefined })
  return { price, product }
}

function newLineItem(item: { given: LineItemParams; path: string; price: Price; name: string }): LineItem {
  const { given, path, price, name } = item
  if (given.quantity === undefined) {
    const message = `Quantity is required. Add \`quantity\` to \`${path}\``
    throw invalidRequest(message, { code: 'parameter_missing', param: `${path}[quantity]` })
  }
  const amount = (price.unit_amount ?? 0) * given.quantity
  return {
    id: newId('li_1', 23),
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency: price.currency,
    description: name,
    metadata: given.metadata ?? {},
    price,
    quantity: given.quantity,
  }
}

const gone =
  'You cannot use `line_items.amount`, `line_items.currency`, `line_items.name`, `line_items.description`, or ' +
  '`line_items.images` in this API version. Please use `line_items.price` or `line_items.price_data`. Please see ' +
  'https://stripe.com/docs/payments/checkout/migrating-prices for more information.'
