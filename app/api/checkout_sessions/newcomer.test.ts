import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { putOnSale } from '#domain/catalogue/test-catalogue'
import { stockOf } from '#domain/stock/test-stock'
import { closeDatabase } from '#prisma/client'
import { stripeUrl } from '#stripe/test-stripe'
import { aRequestTo, setCookiesOf } from '../../_lib/requests/test-requests.ts'
import { POST } from './route.ts'

after(closeDatabase)

const path = '/api/checkout_sessions'
const navigates = { 'Sec-Fetch-Mode': 'navigate' }

test('A newcomer’s form is posted a second time, with the cookie that the first answer brought', async () => {
  const sku = await putOnSale()
  const form = { sku, quantity: '1' }

  const first = await POST(aRequestTo(path, { form, headers: navigates }))

  assert.equal(first.status, 307)
  assert.deepEqual(await stockOf(sku), { held: 0, sold: 0 })
  const again = first.headers.get('location') ?? ''
  const shopper = setCookiesOf(first)['shopper']?.value ?? ''
  const second = await POST(aRequestTo(again, { form, headers: navigates, cookies: { shopper } }))
  assert.equal(second.status, 303)
  assert.ok(second.headers.get('location')?.startsWith(stripeUrl))
  assert.deepEqual(await stockOf(sku), { held: 1, sold: 0 })
})

test('A browser that keeps no cookies is not sent round and round', async () => {
  const sku = await putOnSale()
  const form = { sku, quantity: '1' }
  const { headers } = await POST(aRequestTo(path, { form, headers: navigates }))

  const second = await POST(aRequestTo(headers.get('location') ?? '', { form, headers: navigates }))

  assert.equal(second.status, 303)
  assert.ok(second.headers.get('location')?.startsWith(stripeUrl))
})

test('A shopper who is known goes on at once', async () => {
  const form = { sku: await putOnSale(), quantity: '1' }
  const cookies = { shopper: 'AAAAAAAAAAAAAAAAAAAAAA' }

  assert.equal((await POST(aRequestTo(path, { form, headers: navigates, cookies }))).status, 303)
})

test('What cannot be ordered is told to a newcomer at the first post', async () => {
  const answer = await POST(aRequestTo(path, { form: { sku: '茶', quantity: '1' }, headers: navigates }))

  assert.equal(answer.status, 303)
  assert.equal(answer.headers.get('location'), '/en/cart?problem=invalid-items#cart-note')
})
