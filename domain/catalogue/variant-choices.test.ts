import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Option, Product, Variant } from './product.ts'
import { choiceGroups, chooseVariant } from './variant-choices.ts'

const colour = option('colour', ['red', 'blue', 'green'])
const size = option('size', ['small', 'large'])
const redSmall = variant('red-small', { colour: 'red', size: 'small' })
const redLarge = variant('red-large', { colour: 'red', size: 'large' })
const blueLarge = variant('blue-large', { colour: 'blue', size: 'large' })
const shirt = product([colour, size], [redSmall, redLarge, blueLarge])

test('A choice keeps everything else that is chosen, where there is such a variant', () => {
  assert.deepEqual(choicesFrom(redLarge), {
    colour: ['red → red-large', 'blue → blue-large'],
    size: ['small → red-small', 'large → red-large'],
  })
})

test('Where there is none, a choice leads to the nearest variant and says what becomes otherwise', () => {
  assert.deepEqual(choicesFrom(redSmall).colour, ['red → red-small', 'blue → blue-large (large)'])
  assert.deepEqual(choicesFrom(blueLarge).size, ['small → red-small (red)', 'large → blue-large'])
})

test('The chosen variant is the choice made in every group; a value that no variant has is no choice', () => {
  const chosen = choiceGroups(shirt, redSmall).flatMap(({ choices }) =>
    choices.filter(({ isChosen }) => isChosen).map(({ name }) => name?.en),
  )
  assert.deepEqual(chosen, ['red', 'small'])
  assert.equal(choicesFrom(redSmall).colour?.length, 2)
})

test('Variants that no option tells apart are chosen by their names; a single variant leaves no choice', () => {
  const twice = product([colour], [redSmall, redLarge])
  for (const soap of [product([], [redSmall, redLarge]), twice]) {
    const [group, ...more] = choiceGroups(soap, redLarge)
    assert.deepEqual([group?.name, more.length], [null, 0])
    assert.deepEqual(
      group?.choices.map(({ variant: { sku }, isChosen }) => [sku, isChosen]),
      [
        ['red-small', false],
        ['red-large', true],
      ],
    )
  }
  assert.deepEqual(choiceGroups(product([colour, size], [redSmall]), redSmall), [])
})

test('The variant of an address is chosen, sold out or not; any other word chooses the first that can be bought', () => {
  const gone = { ...redSmall, available: 0 }
  const elsewhere = { ...redLarge, prices: { eur: 100 } }
  const some = product([colour, size], [gone, elsewhere, blueLarge])
  const skuFor = (sku?: string) => chooseVariant(some, { sku, currency: 'usd' })?.sku

  assert.equal(skuFor('red-small'), 'red-small')
  assert.equal(skuFor(), 'blue-large')
  assert.equal(skuFor('toString'), 'blue-large')
  assert.equal(chooseVariant(product([], [gone]), { sku: undefined, currency: 'usd' }), gone)
  assert.equal(chooseVariant(product([], []), { sku: undefined, currency: 'usd' }), undefined)
})

function choicesFrom(chosen: Variant): Record<string, string[]> {
  const groups = choiceGroups(shirt, chosen).map(({ name, choices }) => [
    name?.en,
    choices.map(({ name: value, variant: { sku }, otherwise }) =>
      [value?.en, '→', sku, ...otherwise.map(({ en }) => `(${en})`)].join(' '),
    ),
  ])
  return Object.fromEntries(groups) as Record<string, string[]>
}

function option(key: string, values: readonly string[]): Option {
  return { key, name: text(key), values: values.map((value) => ({ key: value, name: text(value) })) }
}

function variant(sku: string, choices: Variant['choices']): Variant {
  return { sku, choices, name: text(sku), picture: sku, prices: { usd: 100 }, was: {}, available: 5 }
}

function product(options: readonly Option[], variants: readonly Variant[]): Product {
  return { id: 1, slug: 'x', name: text('x'), description: text(''), pictures: [], options, variants }
}

function text(name: string) {
  return { en: name, 'zh-CN': name }
}
