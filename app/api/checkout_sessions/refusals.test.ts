import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, mock, test } from 'node:test'
import { putOnSale } from '#domain/catalogue/test-catalogue'
import { stockOf } from '#domain/stock/test-stock'
import { closeDatabase } from '#prisma/client'
import { breakStripe, mendStripe } from '#stripe/test-stripe'
import { addressHeader } from '../../_doors/address-header.ts'
import { aRequestTo, problemOf, type Sent, setCookiesOf } from '../../_lib/requests/test-requests.ts'
import { POST } from './route.ts'

mock.method(console, 'error', () => {})
after(closeDatabase)

const path = '/api/checkout_sessions'

test('What is sold out is told with how many are left', async () => {
  const sku = await putOnSale({ quantity: 2 })

  const answer = await POST(aRequestTo(path, { json: { items: [{ sku, quantity: 3 }] } }))

  assert.equal(answer.status, 409)
  const { code, available, sku: named } = await problemOf(answer)
  assert.deepEqual({ code, available, named }, { code: 'sold-out', available: 2, named: sku })
})

test('What is too little is told with how much is missing', async () => {
  const sku = await putOnSale({ prices: { usd: 45 } })

  const answer = await POST(aRequestTo(path, { json: { items: [{ sku, quantity: 1 }] } }))

  assert.equal(answer.status, 422)
  assert.deepEqual((await problemOf(answer))['missing'], { amount: 5, currency: 'usd' })
})

test('The problem is told in the words of the reader, the code is the same for all', async () => {
  const sku = await putOnSale({ quantity: 0 })
  const request = (language: string) =>
    aRequestTo(path, {
      json: { items: [{ sku, quantity: 1 }] },
      headers: { 'Accept-Language': language },
    })

  const [english, chinese] = [await POST(request('en')), await POST(request('zh-CN'))]

  assert.equal(chinese.headers.get('content-language'), 'zh-CN')
  const [inEnglish, inChinese] = [await problemOf(english), await problemOf(chinese)]
  assert.equal(inEnglish['code'], inChinese['code'])
  assert.match(String(inEnglish['detail']), /^[\u0020-\u007E]+$/)
  assert.match(String(inChinese['detail']), /[\u4E00-\u9FFF]/)
})

test('When Stripe is down the caller is asked to come back, and gets what it wanted then', async () => {
  const sku = await putOnSale({ quantity: 1 })
  const request = () => aRequestTo(path, { json: { items: [{ sku, quantity: 1 }] } })
  await breakStripe({ fault: '429', times: 2 })

  const answer = await POST(request())

  await mendStripe()
  assert.equal(answer.status, 503)
  assert.equal(answer.headers.get('retry-after'), '30')
  assert.equal((await problemOf(answer))['code'], 'payment-unavailable')
  assert.deepEqual(await stockOf(sku), { held: 0, sold: 0 })
  assert.equal((await POST(request())).status, 200)
})

test('A form that is refused goes back to the cart, in its language, where the problem is told', async () => {
  const sku = await putOnSale({ quantity: 0 })

  const answer = await POST(aRequestTo(path, { form: { sku, quantity: '1', locale: 'zh-CN' } }))

  assert.equal(answer.status, 303)
  assert.equal(answer.headers.get('location'), '/zh-CN/cart?problem=sold-out#cart-note')
})

test('What a refused form wanted to buy now is in the cart that it goes back to, once, beside the rest', async () => {
  const sku = await putOnSale({ quantity: 1 })
  const form = { sku, quantity: '2' }

  const first = setCookiesOf(await POST(aRequestTo(path, { form, cookies: { cart: 'pot:1' } })))
  const cart = first['cart']?.value ?? ''
  const again = setCookiesOf(await POST(aRequestTo(path, { form, cookies: { cart } })))

  assert.equal(cart, `pot:1.${sku}:2`)
  assert.equal(again['cart']?.value, cart)
})

test('A refused form of the cart page, or one whose items cannot be read, leaves the cart as it is', async () => {
  const sku = await putOnSale({ quantity: 1 })

  for (const form of [{ sku, quantity: '2', from: 'cart' }, { sku, quantity: '0' }, { sku: '茶' }, {}])
    assert.deepEqual(setCookiesOf(await POST(aRequestTo(path, { form }))), {})
})

test('A form in a currency that the shop has no prices in is refused, not sold in another', async () => {
  const sku = await putOnSale()

  const answer = await POST(aRequestTo(path, { form: { sku, quantity: '1', currency: 'gbp' } }))

  assert.equal(answer.headers.get('location'), '/en/cart?problem=unknown-currency#cart-note')
  assert.deepEqual(await stockOf(sku), { held: 0, sold: 0 })
})

for (const quantity of ['0', '-1', '1e3', '1.5', '', 'two', '100', '0x10', '１']) {
  test(`A form that asks for “${quantity}” of a thing is refused`, async () => {
    const sku = await putOnSale()

    const answer = await POST(aRequestTo(path, { form: { sku, quantity } }))

    assert.equal(answer.headers.get('location'), '/en/cart?problem=invalid-quantity#cart-note')
    assert.deepEqual(await stockOf(sku), { held: 0, sold: 0 })
  })
}

test('An address that has asked for 300 units is told to come back, and nothing is held for it; others buy', async () => {
  const sku = await putOnSale({ quantity: 500 })
  const json = { items: [{ sku, quantity: 99 }] }
  for (const _ of [1, 2, 3]) assert.equal((await postFrom('203.0.113.9', { json })).status, 200)

  const [script, form] = [
    await postFrom('203.0.113.9', { json }),
    await postFrom('203.0.113.9', { form: { sku, quantity: '99' } }),
  ]

  assert.deepEqual([script.status, form.status], [429, 429])
  assert.equal((await problemOf(script))['code'], 'too-many-requests')
  assert.match(script.headers.get('retry-after') ?? '', /^28[5-8]$/)
  assert.deepEqual(await stockOf(sku), { held: 297, sold: 0 })
  assert.equal((await postFrom('198.51.100.7', { json })).status, 200)
})

test('A form from another site is refused, and nothing is held for it', async () => {
  const sku = await putOnSale()

  const answer = await POST(
    aRequestTo(path, {
      form: { sku, quantity: '1' },
      headers: { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' },
    }),
  )

  assert.equal(answer.status, 403)
  assert.match(await answer.text(), /did not come from .*<a class="button" href="\/en">/s)
  assert.deepEqual(setCookiesOf(answer), {})
  assert.deepEqual(await stockOf(sku), { held: 0, sold: 0 })
})

function postFrom(address: string, sent: Sent): Promise<Response> {
  return POST(aRequestTo(path, { ...sent, headers: { [addressHeader]: address } }))
}
