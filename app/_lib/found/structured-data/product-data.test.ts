import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Product } from '#domain/catalogue/product'
import { productData } from './product-data.ts'
import { cup } from './test-product.ts'

Object.assign(process.env, { SHOP_URL: 'https://shop.example' })

const page = { locale: 'en', currency: 'usd', href: (path: string) => `/en${path}` } as const
const single: Product = { ...cup, variants: cup.variants.slice(0, 1) }

function inCurrency(product: Product, currency: 'usd' | 'jpy' | 'eur'): unknown {
  return JSON.parse(JSON.stringify(productData(product, { ...page, currency })))
}

test('Each kind has its own price, address and picture, and says whether it is there', () => {
  const { hasVariant, ...group } = Object(inCurrency(cup, 'usd'))

  assert.deepEqual(group, {
    '@type': 'ProductGroup',
    name: 'Cup',
    description: 'For tea.',
    url: 'https://shop.example/en/products/cup',
    productGroupID: 'cup',
  })
  assert.deepEqual(hasVariant[1], {
    '@type': 'Product',
    name: 'Cup, white',
    sku: 'cup-white',
    image: new URL(hasVariant[1].image, 'https://shop.example').href,
    offers: {
      '@type': 'Offer',
      url: 'https://shop.example/en/products/cup?variant=cup-white',
      price: '20.00',
      priceCurrency: 'USD',
      availability: 'OutOfStock',
    },
  })
})

test('What costs less than before is offered for what it costs now, with the former price struck out', () => {
  const [ink] = Object(inCurrency(cup, 'usd')).hasVariant

  assert.equal(ink.offers.price, '24.50')
  assert.deepEqual(ink.offers.priceSpecification, {
    '@type': 'UnitPriceSpecification',
    priceType: 'https://schema.org/StrikethroughPrice',
    price: '30.00',
    priceCurrency: 'USD',
  })
})

test('Yen have no hundredths, and what is not sold for them is not offered for them', () => {
  const { hasVariant } = Object(inCurrency(cup, 'jpy'))

  assert.equal(hasVariant.length, 1)
  assert.deepEqual([hasVariant[0].offers.price, hasVariant[0].offers.priceCurrency], ['3600', 'JPY'])
})

test('A product in one form is a product at its own address; where it is not sold it has no offer', () => {
  const product = Object(inCurrency(single, 'usd'))

  assert.equal(product['@type'], 'Product')
  assert.equal(product.description, 'For tea.')
  assert.equal(product.offers.url, 'https://shop.example/en/products/cup')
  assert.equal(Object(inCurrency(single, 'eur')).offers, undefined)
})

test('All its pictures are shown: its own first where it comes in one form, each kind’s own beside those of all kinds', () => {
  const pictures = [{ stem: 'cup-scale', alt: { en: 'In a hand', 'zh-CN': '在手中' } }]
  const group = Object(inCurrency({ ...cup, pictures }, 'usd'))

  assert.deepEqual(group.image, ['https://shop.example/products/cup-scale.jpg'])
  assert.equal(group.hasVariant[0].image, 'https://shop.example/products/cup-ink.jpg')
  assert.deepEqual(Object(inCurrency({ ...single, pictures }, 'usd')).image, [
    'https://shop.example/products/cup-ink.jpg',
    'https://shop.example/products/cup-scale.jpg',
  ])
})
