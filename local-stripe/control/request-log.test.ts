import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localStripeForTest } from '../testing/local-stripe-for-test.ts'
import { createRequestLog } from './request-log.ts'

const request = {
  id: 'req_1',
  created: 1,
  method: 'POST',
  path: '/v1/products',
  query: '',
  idempotency_key: null,
  stripe_version: null,
  body: '',
}

test('A request is kept with what it asked, when, and what it was answered.', async (t) => {
  const { control, stripe } = await localStripeForTest(t)
  const product = await stripe.products.create({ name: 'Mug' })
  await assert.rejects(stripe.products.retrieve('prod_none', { expand: ['default_price'] }))
  const [made, missed] = (await control('GET', '/requests?last=2')).body.requests
  assert.deepEqual([made.status, made.body, made.error], [200, 'name=Mug', null])
  assert.equal(JSON.parse(made.answer).id, product.id)
  assert.ok(Math.abs(made.created - Date.now() / 1000) < 60)
  assert.deepEqual([missed.status, missed.error.code], [404, 'resource_missing'])
  assert.match(missed.query, /expand/)
})

test('No card number is kept, wherever in a request it stands, nor in its answer.', () => {
  const log = createRequestLog()
  const number = '4000 0000 0000 0002'
  const bare = number.replaceAll(' ', '')
  const entry = log.add({
    ...request,
    path: `/v1/${bare}`,
    query: `n=${bare}`,
    body: `card[number]=${number}`,
  })
  log.settle(entry, { status: 400, body: JSON.stringify({ error: { message: `Invalid: ${bare}` } }) })
  assert.doesNotMatch(JSON.stringify(log.last(1)), /0000/)
  assert.equal(entry.error?.['message'], 'Invalid: [number]')
})

test('The log keeps the last thousand requests, and of long ones the beginning.', () => {
  const log = createRequestLog()
  for (let n = 0; n < 3000; n += 1)
    log.add({ ...request, id: `req_${n}`, body: 'x'.repeat(n === 2999 ? 900_000 : 1) })
  const last = log.last(5000)
  assert.deepEqual([last.length, last.at(-1)?.id], [1000, 'req_2999'])
  assert.ok((last.at(-1)?.body.length ?? 0) < 31_000)
})

test('Who listens hears of each answer once; a request without one stays open.', () => {
  const heard: string[] = []
  const log = createRequestLog((entry) => heard.push(entry.id))
  const [first] = [log.add(request), log.add({ ...request, id: 'req_2' })]
  log.settle(first, { status: 200, body: '{}' })
  assert.deepEqual(heard, ['req_1'])
  assert.equal(log.last(1)[0]?.status, null)
})
