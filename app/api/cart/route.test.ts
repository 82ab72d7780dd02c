import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { putOnSale, setPrice } from '#domain/catalogue/test-catalogue'
import { closeDatabase } from '#prisma/client'
import '#stripe/test-stripe'
import { aRequestTo, problemOf, type Sent, setCookiesOf } from '../../_lib/requests/test-requests.ts'
import { POST } from './route.ts'

const cart = 'mug:2.pot:1'
after(closeDatabase)

const noted = (words: string) => `/en/cart?${words}#cart-note`
const mugGone = noted('removed=mug&quantity=2&at=0')
const potGone = noted('removed=pot&quantity=1&at=1')

const changes: [fields: Record<string, unknown>, cookie: string, page: string][] = [
  [{ sku: 'mug' }, 'mug:3.pot:1', noted('added=mug')],
  [{ sku: 'mug', quantity: 4 }, 'mug:6.pot:1', noted('added=mug')],
  [{ sku: 'lid', quantity: 1 }, 'mug:2.pot:1.lid:1', noted('added=lid')],
  [{ sku: 'mug', quantity: 98 }, 'mug:99.pot:1', noted('added=mug')],
  [{ action: 'add', sku: 'pot', quantity: 2 }, 'mug:2.pot:3', noted('added=pot')],
  [{ action: 'set', sku: 'mug', quantity: 7 }, 'mug:7.pot:1', noted('changed=mug')],
  [{ action: 'set', sku: 'mug', quantity: 0 }, 'pot:1', mugGone],
  [{ action: 'set', sku: 'lid', quantity: 0 }, 'mug:2.pot:1', noted('')],
  [{ action: 'remove', sku: 'pot' }, 'mug:2', potGone],
  [{ action: 'remove', sku: 'pot', quantity: 5 }, 'mug:2', potGone],
  [{ action: 'remove', sku: 'pot', quantity: '' }, 'mug:2', potGone],
  [{ action: 'put-back', sku: 'lid', quantity: 3, at: 0 }, 'lid:3.mug:2.pot:1', noted('returned=lid')],
  [{ action: 'put-back', sku: 'lid', quantity: 3, at: 1 }, 'mug:2.lid:3.pot:1', noted('returned=lid')],
  [{ action: 'put-back', sku: 'lid', quantity: 3, at: '-1' }, 'mug:2.pot:1.lid:3', noted('returned=lid')],
  [{ action: 'put-back', sku: 'lid', quantity: 3 }, 'mug:2.pot:1.lid:3', noted('returned=lid')],
  [{ action: 'put-back', sku: 'mug', quantity: 9, at: 0 }, 'mug:2.pot:1', noted('returned=mug')],
]

for (const [fields, cookie, page] of changes) {
  test(`${JSON.stringify(fields)} makes ${cart} to ${cookie}, as JSON and as a form`, async () => {
    const form = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]))

    const [asJson, asForm] = [await post({ json: fields }), await post({ form })]

    assert.equal(asJson.status, 200)
    assert.equal(setCookiesOf(asJson)['cart']?.value, cookie)
    const { items } = await asJson.json()
    assert.equal(
      items.map((line: { sku: string; quantity: number }) => `${line.sku}:${line.quantity}`).join('.'),
      cookie,
    )
    assert.equal(asForm.status, 303)
    assert.equal(asForm.headers.get('location'), page)
    assert.equal(setCookiesOf(asForm)['cart']?.value, cookie)
  })
}

test('The last line taken out leaves no cookie', async () => {
  const answer = await post({ json: { action: 'remove', sku: 'mug' }, cookies: { cart: 'mug:1' } })

  assert.deepEqual(setCookiesOf(answer)['cart'], {
    value: '',
    attributes: ['Path=/', 'Max-Age=0', 'SameSite=Lax', 'Secure'],
  })
})

test('A cookie that cannot be read is an empty cart to add to', async () => {
  const answer = await post({ json: { sku: 'mug' }, cookies: { cart: '%E8%8C%B6:::' } })

  assert.equal(setCookiesOf(answer)['cart']?.value, 'mug:1')
})

const refusals: [title: string, sent: Sent, status: number, code: string][] = [
  ['no sku', { json: {} }, 400, 'invalid-items'],
  ['a sku that is none', { json: { sku: '茶' } }, 400, 'invalid-items'],
  ['several skus', { json: { sku: ['mug', 'pot'] } }, 400, 'invalid-items'],
  ['none of it', { json: { sku: 'mug', quantity: 0 } }, 400, 'invalid-quantity'],
  ['less than none', { json: { sku: 'mug', quantity: -1 } }, 400, 'invalid-quantity'],
  ['a hundred', { json: { sku: 'mug', quantity: 100 } }, 400, 'invalid-quantity'],
  ['half of one', { json: { action: 'set', sku: 'mug', quantity: 0.5 } }, 400, 'invalid-quantity'],
  ['a word of them', { json: { action: 'set', sku: 'mug', quantity: 'two' } }, 400, 'invalid-quantity'],
  ['nothing set', { json: { action: 'set', sku: 'mug' } }, 400, 'invalid-quantity'],
  ['emptiness set', { json: { action: 'set', sku: 'mug', quantity: '' } }, 400, 'invalid-quantity'],
  ['none of it put back', { json: { action: 'put-back', sku: 'lid', quantity: 0 } }, 400, 'invalid-quantity'],
  ['an action of its own', { json: { action: 'delete', sku: 'mug' } }, 400, 'unknown-action'],
  ['two actions', { json: { action: ['set', 'add'], sku: 'mug' } }, 400, 'unknown-action'],
  ['no JSON', { body: '{', headers: { 'Content-Type': 'application/json' } }, 400, 'invalid-body'],
  ['text', { body: 'mug', headers: { 'Content-Type': 'text/plain' } }, 415, 'unsupported-type'],
  [
    'a novel',
    { body: 'x'.repeat(20_000), headers: { 'Content-Type': 'application/json' } },
    413,
    'too-large',
  ],
  [
    'another site',
    { json: { sku: 'mug' }, headers: { 'Sec-Fetch-Site': 'cross-site' } },
    403,
    'forbidden-origin',
  ],
]

for (const [title, sent, status, code] of refusals) {
  test(`A change with ${title} is refused: ${status} ${code}, and the cart stays`, async () => {
    const answer = await post(sent)

    assert.equal(answer.status, status)
    assert.equal((await problemOf(answer))['code'], code)
    assert.deepEqual(setCookiesOf(answer), {})
  })
}

test('A cart of fifty different things takes no fifty-first, and does take more of the first', async () => {
  const full = Array.from({ length: 50 }, (_, number) => `thing-${number}:1`).join('.')

  const refused = await post({ json: { sku: 'mug' }, cookies: { cart: full } })
  const taken = await post({ json: { sku: 'thing-0' }, cookies: { cart: full } })

  const back = await post({ json: { action: 'put-back', sku: 'mug', quantity: 1 }, cookies: { cart: full } })

  for (const answer of [refused, back]) assert.equal((await problemOf(answer))['code'], 'too-many-lines')
  assert.equal(taken.status, 200)
})

test('What a thing cost when it was put in is remembered, where no script reads it, until the cart is looked at again', async () => {
  const [cup, pot] = [await putOnSale(), await putOnSale()]
  const put = await post({ form: { sku: cup }, cookies: {} })
  const { value = '', attributes } = setCookiesOf(put)['seen'] ?? {}
  await setPrice(cup, 'usd', 1300)
  const cookies = { cart: `${cup}:1`, seen: value }

  const other = await post({ form: { sku: pot }, cookies })
  const looked = await post({ form: { action: 'set', sku: cup, quantity: '2' }, cookies })
  const emptied = await post({ form: { action: 'remove', sku: cup }, cookies })

  assert.equal(value, `usd.${cup}:1200`)
  assert.deepEqual(attributes, ['Path=/', 'Max-Age=2592000', 'SameSite=Lax', 'HttpOnly', 'Secure'])
  assert.equal(setCookiesOf(other)['seen']?.value, `usd.${cup}:1200.${pot}:1200`)
  assert.equal(setCookiesOf(looked)['seen']?.value, `usd.${cup}:1300`)
  assert.equal(setCookiesOf(emptied)['seen']?.value, '')
})

test('A form that is refused goes back to the cart and says why, in the language of the form', async () => {
  const answer = await post({ form: { sku: 'mug', quantity: '0', locale: 'zh-CN' } })

  assert.equal(answer.status, 303)
  assert.equal(answer.headers.get('location'), '/zh-CN/cart?problem=invalid-quantity#cart-note')
  assert.deepEqual(setCookiesOf(answer), {})
})

test('A form that names several things is refused: which of them was meant?', async () => {
  const answer = await post({
    form: [
      ['sku', 'mug'],
      ['sku', 'pot'],
    ],
  })

  assert.equal(answer.headers.get('location'), '/en/cart?problem=invalid-items#cart-note')
  assert.deepEqual(setCookiesOf(answer), {})
})

test('A form of another site changes nothing and gets a plain 403 with a way to the shop', async () => {
  const answer = await post({ form: { sku: 'mug' }, headers: { 'Sec-Fetch-Site': 'cross-site' } })

  assert.equal(answer.status, 403)
  assert.match(await answer.text(), /did not come from .*<a class="button" href="\/en">/s)
  assert.deepEqual(setCookiesOf(answer), {})
})

function post(sent: Sent): Promise<Response> {
  return POST(aRequestTo('/api/cart', { cookies: { cart }, ...sent }))
}
