import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, mock, test } from 'node:test'
import { putOnSale } from '#domain/catalogue/test-catalogue'
import { aPendingOrder, expiredSessionOf, sessionOf, settle } from '#domain/orders/test-orders'
import { closeDatabase, transaction } from '#prisma/client'
import '#stripe/test-stripe'
import { knownShopper } from '../../../_lib/cookies/shopper.ts'
import { aRequestTo, setCookiesOf } from '../../../_lib/requests/test-requests.ts'
import { GET } from './route.ts'

const log = mock.method(console, 'error', () => {})
after(closeDatabase)

const secret = 'AAAAAAAAAAAAAAAAAAAAAA'
const hash = knownShopper(secret) ?? ''

test('What was ordered from the cart leaves it when paid, once, and the rest stays', async () => {
  const { sku, sessionId } = await aPaidOrder()

  const first = setCookiesOf(await look(sessionId, { cart: `${sku}:5.pot:1` }))
  const again = setCookiesOf(await look(sessionId, { cart: `${sku}:3.pot:1`, ordering: '' }))

  assert.equal(first['cart']?.value, `${sku}:3.pot:1`)
  assert.deepEqual(first['ordering'], {
    value: '',
    attributes: ['Path=/', 'Max-Age=0', 'SameSite=Lax', 'HttpOnly', 'Secure'],
  })
  assert.deepEqual(again, {})
})

test('An order by Buy now, and one older than the last from the cart, take nothing out', async () => {
  const [older, last] = [await aPaidOrder(), await aPaidOrder()]
  const cart = `${older.sku}:2`

  for (const ordering of [undefined, '', last.sessionId])
    assert.deepEqual(setCookiesOf(await look(older.sessionId, { cart, ordering })), {})
})

test('A cart that has less than was bought, or nothing of it, is left with what else it has', async () => {
  const { sku, sessionId } = await aPaidOrder()

  for (const cart of [`${sku}:1.pot:2`, 'pot:2'])
    assert.equal(setCookiesOf(await look(sessionId, { cart }))['cart']?.value, 'pot:2')
})

test('A payment that a bank still works on counts as bought', async () => {
  const { order, sku, sessionId } = await anOrder()
  await settle(sessionOf(order, { payment: 'processing' }))

  assert.equal(setCookiesOf(await look(sessionId, { cart: `${sku}:2` }))['cart']?.value, '')
})

test('An order that is open or expired leaves the cart as it is', async () => {
  const { order, sku, sessionId } = await anOrder()
  const cart = `${sku}:2`

  assert.deepEqual(setCookiesOf(await look(sessionId, { cart })), {})
  await settle(expiredSessionOf(order))
  assert.deepEqual(setCookiesOf(await look(sessionId, { cart })), {})
})

test('Nobody but the browser that ordered has anything taken out', async () => {
  const { sku, sessionId } = await aPaidOrder()

  for (const shopper of [undefined, '', 'BBBBBBBBBBBBBBBBBBBBBB', hash])
    assert.deepEqual(setCookiesOf(await look(sessionId, { cart: `${sku}:2`, shopper })), {})
})

test('Whatever is asked, the answer is empty, is kept by no cache, and tells a stranger nothing', async () => {
  const { sessionId } = await aPaidOrder()

  for (const id of [sessionId, 'cs_test_unknown', '', '茶', `${sessionId}'--`])
    await expectNothing(await look(id, { shopper: undefined, ordering: encodeURIComponent(id) }))
})

test('An order that cannot be read is logged, and the answer is as empty as ever', async () => {
  const { order, sku, sessionId } = await aPaidOrder()
  await transaction((tx) => tx.order.update({ where: { id: order.id }, data: { locale: 'xx' } }))

  await expectNothing(await look(sessionId, { cart: `${sku}:2` }))

  assert.equal(log.mock.callCount(), 1)
})

async function expectNothing(answer: Response): Promise<void> {
  assert.equal(answer.status, 204)
  assert.equal(answer.headers.get('cache-control'), 'no-store')
  assert.deepEqual(setCookiesOf(answer), {})
  assert.equal(await answer.text(), '')
}

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

// As the browser that ordered `sessionId` from its cart last, unless `cookies` say otherwise.
function look(sessionId: string, cookies: Readonly<Record<string, string | undefined>>): Promise<Response> {
  const path = `/api/cart/ordered?session_id=${encodeURIComponent(sessionId)}`
  const sent = Object.entries({ shopper: secret, ordering: sessionId, ...cookies }).filter(
    (cookie): cookie is [string, string] => cookie[1] !== undefined,
  )
  return GET(aRequestTo(path, { method: 'GET', cookies: Object.fromEntries(sent) }))
}
