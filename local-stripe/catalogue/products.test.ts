import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idOf, localStripeForTest } from '../testing/local-stripe-for-test.ts'

const noSuchProduct = { statusCode: 404, code: 'resource_missing', param: 'id' }

test('A product keeps everything that it was made with.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const given = {
    id: 'mug-1',
    name: '马克杯 ☕',
    active: false,
    description: 'Hand-thrown',
    images: ['https://shop.test/mug.jpg'],
    marketing_features: [{ name: 'Dishwasher safe' }],
    metadata: { shelf: '4' },
    package_dimensions: { height: 4.25, length: 4, weight: 12, width: 4 },
    shippable: true,
    statement_descriptor: 'MUGS',
    tax_code: 'txcd_99999999',
    type: 'good' as const,
    unit_label: 'mug',
    url: 'https://shop.test/mug',
  }
  const product = await stripe.products.create(given)
  for (const [name, value] of Object.entries(given)) {
    assert.deepEqual(Object.entries(product).find(([member]) => member === name)?.[1], value, name)
  }
  assert.deepEqual(await stripe.products.retrieve('mug-1'), product)
})

test('Empty metadata is no metadata, also in something new.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { metadata } = await stripe.products.create({ name: 'Mug', metadata: { a: '', b: '2' } })
  assert.deepEqual(metadata, { b: '2' })
})

test('A default price is made with the product, and its event comes after the product’s.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const product = await stripe.products.create({
    name: 'Mug',
    default_price_data: { currency: 'usd', unit_amount: 1250, tax_behavior: 'exclusive' },
    expand: ['default_price'],
  })
  assert.ok(typeof product.default_price === 'object')
  assert.equal(product.default_price?.unit_amount, 1250)
  assert.equal(product.default_price.product, product.id)
  const { data: events } = await stripe.events.list()
  assert.deepEqual(
    events.map((event) => event.type),
    ['price.created', 'product.created'],
  )
  const [, created] = events
  assert.ok(created?.type === 'product.created')
  assert.equal(created.data.object.default_price, product.default_price.id)
})

test('An update changes what is sent, empties what may be empty, and its event tells what was before.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  const { id, created } = await stripe.products.create({
    name: 'Mug',
    description: 'Old',
    url: 'https://shop.test/mug',
    metadata: { a: '1', b: '2' },
  })
  await control('POST', '/clock/advance', { seconds: 10 })
  const changed = await stripe.products.update(id, {
    description: '',
    url: '',
    images: ['https://shop.test/new.jpg'],
    metadata: { a: '', c: '3' },
    package_dimensions: { height: 1, length: 1, weight: 1, width: 1 },
  })
  assert.equal(changed.name, 'Mug')
  assert.equal(changed.description, null)
  assert.equal(changed.url, null)
  assert.ok(changed.updated > created)
  assert.deepEqual(changed.metadata, { b: '2', c: '3' })
  const { data: events } = await stripe.events.list({ type: 'product.updated' })
  assert.deepEqual(events[0]?.data.previous_attributes, {
    description: 'Old',
    images: [],
    metadata: { a: '1', c: null },
    package_dimensions: null,
    updated: created,
    url: 'https://shop.test/mug',
  })
  const emptied = await stripe.products.update(id, { images: '', metadata: '', package_dimensions: '' })
  assert.deepEqual([emptied.images, emptied.metadata, emptied.package_dimensions], [[], {}, null])
})

test('An update that changes nothing sends no event.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const product = await stripe.products.create({ name: 'Mug' })
  assert.deepEqual(await stripe.products.update(product.id, { name: 'Mug' }), product)
  assert.equal((await stripe.events.list({ type: 'product.updated' })).data.length, 0)
})

test('The default price must be an active price of the product.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { id } = await stripe.products.create({ name: 'Mug' })
  const price = await stripe.prices.create({ product: id, currency: 'usd', unit_amount: 900 })
  const other = await stripe.prices.create({ product_data: { name: 'Cup' }, currency: 'usd', unit_amount: 5 })
  const update = (default_price: string) => stripe.products.update(id, { default_price })
  assert.equal((await update(price.id)).default_price, price.id)
  const param = 'default_price'
  await assert.rejects(update('price_x'), {
    code: 'resource_missing',
    message: "No such price: 'price_x'",
    param,
  })
  await assert.rejects(update(other.id), {
    statusCode: 400,
    message: /does not belong to this product/,
    param,
  })
  await assert.rejects(stripe.prices.update(price.id, { active: false }), {
    message: 'This price cannot be archived because it is the default price of its product.',
  })
  assert.equal((await update('')).default_price, null)
  assert.equal((await stripe.prices.update(price.id, { active: false })).active, false)
  await assert.rejects(update(price.id), { statusCode: 400, message: /is inactive/, param })
})

test('A product without prices can be deleted, and is gone.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { id } = await stripe.products.create({ name: 'Mug', id: 'mug' })
  assert.deepEqual(await stripe.products.del(id), { id, object: 'product', deleted: true })
  await assert.rejects(stripe.products.retrieve(id), { ...noSuchProduct, message: "No such product: 'mug'" })
  await assert.rejects(stripe.products.update(id, { name: 'Cup' }), noSuchProduct)
  await assert.rejects(stripe.products.del(id), noSuchProduct)
  const { data: events } = await stripe.events.list({ type: 'product.deleted' })
  assert.ok(events[0]?.type === 'product.deleted')
  assert.equal(events[0].data.object.active, false)
  assert.equal((await stripe.products.create({ name: 'Mug', id: 'mug' })).id, 'mug')
})

test('A product with prices, active or not, cannot be deleted.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const price = await stripe.prices.create({
    product_data: { name: 'Mug' },
    currency: 'usd',
    unit_amount: 900,
  })
  await stripe.prices.update(price.id, { active: false })
  await assert.rejects(stripe.products.del(idOf(price.product)), {
    statusCode: 400,
    message: 'This product cannot be deleted because it has one or more user-created prices.',
    param: undefined,
  })
})

test('Products are listed by ids, address, kind, shippable and active.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const a = await stripe.products.create({ name: 'a', shippable: true, url: 'https://shop.test/a' })
  const b = await stripe.products.create({ name: 'b', shippable: false, active: false, type: 'good' })
  const c = await stripe.products.create({ name: 'c' })
  const list = async (params: object) => (await stripe.products.list(params)).data.map(({ id }) => id)
  assert.deepEqual(await list({ ids: [a.id, c.id, 'prod_x'] }), [c.id, a.id])
  assert.deepEqual(await list({ url: 'https://shop.test/a' }), [a.id])
  assert.deepEqual(await list({ shippable: false }), [b.id])
  assert.deepEqual(await list({ active: true }), [c.id, a.id])
  assert.deepEqual(await list({ type: 'good' }), [b.id])
  assert.deepEqual(await list({ created: { gt: c.created } }), [])
  await assert.rejects(list({ ids: [a.id], starting_after: a.id }), {
    message: 'You may only specify one of these parameters: ids, starting_after.',
    param: 'ids',
  })
})
