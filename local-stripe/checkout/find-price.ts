// The price of a line item: a stored one, one made from `price_data`, or (before 2022-08-01) one made from an amount and
// a name in the item itself. What is made on the spot is not for sale again (`active: false`).
import type { Account } from '../account.ts'
import { invalidRequest, missing } from '../api/stripe-error.ts'
import { priceAmount } from '../catalogue/price-amounts.ts'
import { insertPrice } from '../catalogue/prices.ts'
import { insertProduct } from '../catalogue/products.ts'
import { checkLargest } from '../money/check-total.ts'
import type { Price, Product } from '../store/stripe-types.ts'
import type { LineItemParams, PriceData } from './line-item-fields.ts'
import { checkPrice, recurring } from './unit-price.ts'

export type Priced = { price: Price; name: string }
export type GivenItem = { given: LineItemParams; path: string; old: boolean }

const ownAmount = ['amount', 'currency', 'description', 'images', 'name'] as const

/** The price of a line item, and the name of what it sells. `path` is where the item stands. Throws Stripe's 400s. */
export function findPrice(account: Account, item: GivenItem): Priced {
  const { given, path } = item
  if (ownAmount.some((name) => given[name] !== undefined)) return priceFromAmount(account, item)
  if (given.price !== undefined && given.price_data !== undefined) {
    const message = `You may only specify one of these parameters: ${path}[price], ${path}[price_data].`
    throw invalidRequest(message, { param: path })
  }
  if (given.price !== undefined) return storedPrice(account, given.price, `${path}[price]`)
  if (given.price_data === undefined) throw missing(`${path}[price]`)
  return priceFromData(account, given.price_data, `${path}[price_data]`)
}

/** A stored price that Checkout can sell once. Throws Stripe's 400s. */
export function storedPrice(account: Account, id: string, param: string): Priced {
  const price = account.store.find('price', id)
  if (price === null) throw invalidRequest(`No such price: '${id}'`, { code: 'resource_missing', param })
  checkPrice(price, param)
  const product = productToSell(account, price.product, param)
  if (product.active) return { price, name: product.name }
  const message = `Price \`${id}\` is not available to be purchased because its product is not active.`
  throw invalidRequest(message, { param })
}

function priceFromData(account: Account, data: PriceData, path: string): Priced {
  if (data.recurring !== undefined) throw recurring(path)
  const { currency, unit_amount, unit_amount_decimal, tax_behavior: taxBehavior } = data
  if (unit_amount === undefined && unit_amount_decimal === undefined) throw missing(`${path}[unit_amount]`)
  const amount = priceAmount({ unit_amount, unit_amount_decimal }, { currency, path, tiered: false })
  const product = productOf(account, data, path)
  const made = { currency, product: product.id, active: false, taxBehavior, priceAmount: amount }
  return { price: insertPrice(account, made), name: product.name }
}

function productOf(account: Account, data: PriceData, path: string): Product {
  if (data.product !== undefined && data.product_data !== undefined) {
    const names = `${path}[product], ${path}[product_data]`
    throw invalidRequest(`You may only specify one of these parameters: ${names}.`, { param: path })
  }
  if (data.product === undefined) {
    if (data.product_data === undefined) throw missing(`${path}[product_data]`)
    const { tax_details, ...named } = data.product_data
    return insertProduct(account, {
      ...named,
      tax_code: named.tax_code ?? tax_details?.tax_code ?? undefined,
      active: false,
    })
  }
  const param = `${path}[product]`
  return productToSell(account, data.product, param)
}

function productToSell(account: Account, id: string, param: string): Product {
  const product = account.store.find('product', id)
  if (product !== null) return product
  throw invalidRequest(`No such product: '${id}'`, { code: 'resource_missing', param })
}

function priceFromAmount(account: Account, item: GivenItem): Priced {
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
  return { price, name }
}

const gone =
  'You cannot use `line_items.amount`, `line_items.currency`, `line_items.name`, `line_items.description`, or ' +
  '`line_items.images` in this API version. Please use `line_items.price` or `line_items.price_data`. Please see ' +
  'https://stripe.com/docs/payments/checkout/migrating-prices for more information.'
