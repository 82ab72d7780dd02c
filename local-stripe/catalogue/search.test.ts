import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localStripeForTest } from '../testing/local-stripe-for-test.ts'

test('Products are found by name, description, metadata, shippable and active.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const mug = await stripe.products.create({ name: 'Blue mug', shippable: true, metadata: { shelf: '4' } })
  const cup = await stripe.products.create({ name: 'Cup', active: false, description: 'Not a mug' })
  const find = async (query: string) => (await stripe.products.search({ query })).data.map(({ id }) => id)
  assert.deepEqual(await find("name~'MUG'"), [mug.id])
  assert.deepEqual(await find("name~'mug' OR description~'mug'"), [cup.id, mug.id])
  assert.deepEqual(await find("active:'false'"), [cup.id])
  assert.deepEqual(await find("shippable:'true' AND metadata['shelf']:'4'"), [mug.id])
  await assert.rejects(find("colour:'red'"), { statusCode: 400, message: /unsupported search field/ })
  await assert.rejects(find(''), { statusCode: 400, param: 'query' })
})

test('Prices are found by lookup key, product, currency, type and active.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { id: product } = await stripe.products.create({ name: 'Mug' })
  const dollars = await stripe.prices.create({
    product,
    currency: 'usd',
    unit_amount: 900,
    lookup_key: 'mug_usd',
  })
  const recurring = { interval: 'month' as const }
  const euros = await stripe.prices.create({ product, currency: 'eur', unit_amount: 800, recurring })
  const find = async (query: string) => (await stripe.prices.search({ query })).data.map(({ id }) => id)
  assert.deepEqual(await find("lookup_key:'mug_usd'"), [dollars.id])
  assert.deepEqual(await find(`product:'${product}' AND currency:'eur'`), [euros.id])
  assert.deepEqual(await find("type:'recurring'"), [euros.id])
  assert.deepEqual(await find("active:'true'"), [euros.id, dollars.id])
})

test('What is expanded in a search is found in each of its elements.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  await stripe.prices.create({ product_data: { name: 'Mug' }, currency: 'usd', unit_amount: 900 })
  const query = "currency:'usd'"
  const { data } = await stripe.prices.search({ query, expand: ['data.product', 'data.currency_options'] })
  assert.equal(typeof data[0]?.product, 'object')
  assert.equal(data[0]?.currency_options?.['usd']?.unit_amount, 900)
})
