import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { putOnSale, setPrice } from '#domain/catalogue/test-catalogue'
import { stockOf } from '#domain/stock/test-stock'
import { closeDatabase } from '#prisma/client'
import '#stripe/test-stripe'
import { placeOrder } from './place-order.ts'
import { aRequest, ordersOf } from './test-orders.ts'

after(closeDatabase)

const refusals: [title: string, offer: Parameters<typeof putOnSale>[0], quantity: number, code: string][] = [
  ['not sold in the currency', { prices: { cny: 100 } }, 1, 'not-sold-in-currency'],
  ['that is sold out', { quantity: 2 }, 3, 'sold-out'],
  ['worth less than cards are charged for', { prices: { usd: 49 } }, 1, 'amount-too-small'],
  ['worth more than one payment can be', { prices: { usd: 99_999_999 }, quantity: 5 }, 2, 'amount-too-large'],
]

for (const [title, offer, quantity, code] of refusals) {
  test(`A cart ${title} is refused before Stripe is asked or anything is held`, async () => {
    const sku = await putOnSale(offer)
    const request = aRequest({ cart: [{ sku, quantity }] })

    const answer = await placeOrder(request)

    assert.equal(answer.ok ? null : answer.problem.code, code)
    assert.deepEqual(await stockOf(sku), { held: 0, sold: 0 })
    assert.equal((await ordersOf(request.shopper)).length, 0)
  })
}

test('An empty cart and a sku that does not exist are refused', async () => {
  const [empty, unknown] = [
    await placeOrder(aRequest({ cart: [] })),
    await placeOrder(aRequest({ cart: [{ sku: 'no-such-thing', quantity: 1 }] })),
  ]

  assert.deepEqual(empty, { ok: false, problem: { code: 'empty-cart' } })
  assert.deepEqual(unknown, { ok: false, problem: { code: 'unknown-sku', sku: 'no-such-thing' } })
})

test('Who was shown another total than today’s is told, and nothing is held; shown today’s, they may pay it', async () => {
  const sku = await putOnSale()
  const request = aRequest({ cart: [{ sku, quantity: 2 }], shown: 2400 })
  await setPrice(sku, 'usd', 1100)

  assert.deepEqual(await placeOrder(request), { ok: false, problem: { code: 'price-changed' } })
  assert.deepEqual(await stockOf(sku), { held: 0, sold: 0 })

  assert.equal((await placeOrder({ ...request, shown: 2200 })).ok, true)
  assert.deepEqual(await stockOf(sku), { held: 2, sold: 0 })
})

test('A total that somebody made up is never charged', async () => {
  const sku = await putOnSale()

  for (const shown of [0, 1, 1199, 1201, -1200, Number.NaN]) {
    const answer = await placeOrder(aRequest({ cart: [{ sku, quantity: 1 }], shown }))
    assert.deepEqual(answer, { ok: false, problem: { code: 'price-changed' } })
  }
})

test('Fifty shoppers at once for the last seven units: seven may pay, the others are told that it is sold out', async () => {
  const sku = await putOnSale({ quantity: 7 })

  const answers = await Promise.all(
    Array.from({ length: 50 }, () => placeOrder(aRequest({ cart: [{ sku, quantity: 1 }] }))),
  )

  assert.equal(answers.filter(({ ok }) => ok).length, 7)
  const problems = answers.flatMap((answer) => (answer.ok ? [] : [answer.problem]))
  assert.deepEqual(
    problems,
    Array.from({ length: 43 }, () => ({ code: 'sold-out', sku, available: 0 })),
  )
  assert.deepEqual(await stockOf(sku), { held: 7, sold: 0 })
})

test('When two shoppers want more than there is, the one who comes too late is told how much is left', async () => {
  const sku = await putOnSale({ quantity: 5 })

  const answers = await Promise.all([1, 2].map(() => placeOrder(aRequest({ cart: [{ sku, quantity: 3 }] }))))

  const problems = answers.flatMap((answer) => (answer.ok ? [] : [answer.problem]))
  assert.deepEqual(problems, [{ code: 'sold-out', sku, available: 2 }])
})
