import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { putOnSale } from '#domain/catalogue/test-catalogue'
import { aPendingOrder, expiredSessionOf, sessionOf, settle } from '#domain/orders/test-orders'
import { closeDatabase } from '#prisma/client'
import '#stripe/test-stripe'
import { knownShopper } from '../../../_lib/shopper.ts'
import { aRequestTo, setCookiesOf } from '../../../_lib/test-requests.ts'
import { GET } from './route.ts'

after(closeDatabase)

const secret = 'AAAAAAAAAAAAAAAAAAAAAA'
const hash = knownShopper(secret) ?? ''

test('What was paid for leaves the cart, once, and the rest stays', async () => {
  const { sku, sessionId } = await aPaidOrder()
  const cookies = { shopper: secret, cart: `${sku}:5.pot:1` }

  const first = setCookiesOf(await get(sessionId, cookies))
  const again = setCookiesOf(await get(sessionId, { ...cookies, ordered: first['ordered']?.value ?? '' }))

  assert.equal(first['cart']?.value, `${sku}:3.pot:1`)
  assert.equal(first['ordered']?.value, sessionId)
  assert.ok(first['ordered']?.attributes.includes('HttpOnly'))
  assert.deepEqual(again, {})
})

test('A cart that has less than was bought, or nothing of it, is left with what else it has', async () => {
  const { sku, sessionId } = await aPaidOrder()

  for (const cart of [`${sku}:1.pot:2`, 'pot:2'])
    assert.equal(setCookiesOf(await get(sessionId, { shopper: secret, cart }))['cart']?.value, 'pot:2')
})

test('A payment that a bank still works on counts as bought', async () => {
  const { order, sku, sessionId } = await anOrder()
  await settle(sessionOf(order, { payment: 'processing' }))

  assert.equal(setCookiesOf(await get(sessionId, { shopper: secret, cart: `${sku}:2` }))['cart']?.value, '')
})

test('An order that is open or expired leaves the cart as it is', async () => {
  const { order, sku, sessionId } = await anOrder()
  const cookies = { shopper: secret, cart: `${sku}:2` }

  assert.deepEqual(setCookiesOf(await get(sessionId, cookies)), {})
  await settle(expiredSessionOf(order))
  assert.deepEqual(setCookiesOf(await get(sessionId, cookies)), {})
})

test('Nobody but the browser that ordered has anything taken out', async () => {
  const { sku, sessionId } = await aPaidOrder()
  const cart = `${sku}:2`

  for (const shopper of [undefined, '', 'BBBBBBBBBBBBBBBBBBBBBB', hash])
    assert.deepEqual(
      setCookiesOf(await get(sessionId, { cart, ...(shopper !== undefined && { shopper }) })),
      {},
    )
})

test('Whatever is asked, the answer is empty, is kept by no cache, and tells a stranger nothing', async () => {
  const { sessionId } = await aPaidOrder()

  for (const id of [sessionId, 'cs_test_unknown', '', '茶', `${sessionId}'--`]) {
    const answer = await get(id, {})
    assert.equal(answer.status, 204)
    assert.equal(answer.headers.get('cache-control'), 'no-store')
    assert.equal(await answer.text(), '')
  }
})

async function anOrder() {
  const sku = await putOnSale()
  const order = await aPendingOrder({ sku, quantity: 2, shopper: hash })
  return { order, sku, sessionId: order.sessionId ?? '' }
}

async function aPaidOrder() {
  const placed = await anOrder()
  await settle(sessionOf(placed.order))
  return placed
}

function get(sessionId: string, cookies: Record<string, string>): Promise<Response> {
  const path = `/api/cart/ordered?session_id=${encodeURIComponent(sessionId)}`
  return GET(aRequestTo(path, { method: 'GET', cookies }))
}
