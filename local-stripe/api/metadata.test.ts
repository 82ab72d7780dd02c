import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localStripeForTest } from '../testing/local-stripe-for-test.ts'

test('Given keys are replaced, empty ones removed, the others kept; all go with an empty whole.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const created = await stripe.products.create({ name: 'Mug', metadata: { a: '1', b: '2', none: '' } })
  assert.deepEqual(created.metadata, { a: '1', b: '2' })
  const change = async (metadata: Record<string, string> | '') =>
    (await stripe.products.update(created.id, { metadata })).metadata
  assert.deepEqual(await change({ b: '3', c: '4' }), { a: '1', b: '3', c: '4' })
  assert.deepEqual(await change({ a: '' }), { b: '3', c: '4' })
  assert.deepEqual(await change({}), { b: '3', c: '4' })
  assert.deepEqual(await change(''), {})
})

test('Too many keys, too long ones, too long values and nested ones are refused in Stripe’s words.', async (t) => {
  const { call, stripe } = await localStripeForTest(t)
  const fifty = Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`key${n}`, 'x']))
  const { id } = await stripe.products.create({ name: 'Mug', metadata: fifty })
  const messages = await Promise.all(
    ['[more]=1', `[${'k'.repeat(41)}]=1`, `[key]=${'v'.repeat(501)}`, '[key][deep]=1'].map(async (said) => {
      const { status, body } = await call('POST', `/v1/products/${id}`, { body: `metadata${said}` })
      return [status, body.error.message]
    }),
  )
  assert.deepEqual(messages, [
    [400, "Metadata can have up to 50 keys, but you've set 51."],
    [
      400,
      `Metadata keys can have up to 40 characters, but you passed in a key that is 41 characters. Invalid key: ${'k'.repeat(41)}`,
    ],
    [
      400,
      `Metadata values can have up to 500 characters, but you passed in a value that is 501 characters. Invalid value: ${'v'.repeat(501)}`,
    ],
    [400, 'Invalid string: {"deep":"1"}'],
  ])
})
