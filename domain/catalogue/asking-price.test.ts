import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askingPrice, unitsLeft } from './asking-price.ts'
import type { Product, Variant } from './product.ts'

type Kind = readonly [usd: number | null, available: number, was?: number]

function productOf(...kinds: Kind[]): Product {
  const text = { en: '', 'zh-CN': '' }
  const variants = kinds.map(([usd, available, was], n): Variant => ({
    sku: `cup-${n}`,
    name: text,
    picture: 'cup',
    choices: {},
    prices: usd === null ? {} : { usd },
    was: was === undefined ? {} : { usd: was },
    available,
  }))
  return { id: 1, slug: 'cup', name: text, description: text, options: [], pictures: [], variants }
}

test('“From” stands where some kinds cost more, and nowhere else.', () => {
  assert.deepEqual(askingPrice(productOf([900, 1], [900, 1]), 'usd'), {
    amount: 900,
    was: null,
    isLowest: false,
  })
  assert.deepEqual(askingPrice(productOf([1200, 1], [900, 1]), 'usd'), {
    amount: 900,
    was: null,
    isLowest: true,
  })
})

test('The price is one that can be paid: of kinds that are sold out only when all are.', () => {
  assert.equal(askingPrice(productOf([900, 0], [1200, 3]), 'usd')?.amount, 1200)
  assert.equal(askingPrice(productOf([900, 0], [1200, 0]), 'usd')?.amount, 900)
})

test('The former price is that of the kind whose price is shown.', () => {
  assert.equal(askingPrice(productOf([900, 1, 1000], [1200, 1, 5000]), 'usd')?.was, 1000)
  assert.equal(askingPrice(productOf([900, 1], [1200, 1, 5000]), 'usd')?.was, null)
})

test('What is not sold in a currency has no price there.', () => {
  assert.equal(askingPrice(productOf([900, 1]), 'jpy'), null)
  assert.equal(askingPrice(productOf([null, 1], [1200, 1]), 'usd')?.amount, 1200)
})

test('Units of all kinds are counted together.', () => {
  assert.equal(unitsLeft(productOf([900, 2], [900, 0], [900, 1])), 3)
})
