import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noFilters } from '#domain/catalogue/browse'
import { listWords, parseListQuery, wholeList, type ListQuery } from './list-query.ts'

const full: ListQuery = {
  sort: 'price-down',
  filters: { inStock: true, onSale: true, from: 1250, to: 4000 },
  after: { key: 1600, productId: 2 ** 31 - 1 },
  unread: {},
}

test('What an address is made of is read out of it again, and nothing is added for what is not asked for.', () => {
  const words = listWords(full, 'usd')
  assert.equal(words, '?sort=price-down&in-stock=1&on-sale=1&from=12.50&to=40&after=18g-zik0zj')
  assert.deepEqual(parseListQuery(Object.fromEntries(new URLSearchParams(words)), 'usd'), full)
  assert.equal(listWords(wholeList, 'usd'), '')
  assert.deepEqual(parseListQuery({}, 'usd'), wholeList)
})

test('Amounts are in the currency of whoever reads: yen have no decimals.', () => {
  const { filters } = parseListQuery({ from: '1200', to: '3000' }, 'jpy')
  assert.deepEqual(filters, { ...noFilters, from: 1200, to: 3000 })
  assert.equal(listWords({ ...wholeList, filters }, 'jpy'), '?from=1200&to=3000')
})

test('The higher amount may stand first.', () => {
  const { filters } = parseListQuery({ from: '50', to: '10' }, 'usd')
  assert.deepEqual([filters.from, filters.to], [1000, 5000])
})

test('What is no amount filters nothing, and is given back to be put right.', () => {
  const { filters, unread } = parseListQuery({ from: '一百', to: '-5' }, 'cny')
  assert.deepEqual([filters, unread], [noFilters, { from: '一百', to: '-5' }])
})

for (const words of [
  { after: '../etc/passwd' },
  { after: 'zzzzzz-zzzzzz' },
  { after: '-1' },
  { after: '🍵' },
  { sort: 'random()' },
  { 'in-stock': 'yes', 'on-sale': '' },
  { from: '\u0000', to: ' \t' },
  { from: '', to: '' },
  { something: 'else' },
]) {
  test(`${JSON.stringify(words)} asks for the whole list.`, () => {
    assert.deepEqual(parseListQuery(words, 'usd'), wholeList)
  })
}

test('Of a word that stands there twice the last one counts.', () => {
  assert.equal(parseListQuery({ sort: ['newest', 'price-up'] }, 'usd').sort, 'price-up')
})
