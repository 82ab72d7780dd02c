import '#prisma/test-database'
import '#stripe/test-stripe'
import assert from 'node:assert/strict'
import { after, mock, test } from 'node:test'
import type { Order } from '#domain/orders/order'
import { aPendingOrder, sessionOf, settle } from '#domain/orders/test-orders'
import { closeDatabase } from '#prisma/client'
import { addressHeader } from '../../../_doors/address-header.ts'
import { readLookUp } from '../../../_lib/cookies/look-up-cookie.ts'
import { aRequestTo, problemOf, setCookiesOf } from '../../../_lib/requests/test-requests.ts'
import { POST } from './route.ts'

mock.method(console, 'error', () => {})
after(closeDatabase)

const email = 'wang.fang@example.com'

test('An order’s number and its e-mail address lead to the order, however they are typed', async () => {
  const { id, token } = await aPaidOrder()
  for (const number of [id, id.toLowerCase(), ` ${id.replace('-', ' ')} `])
    assert.equal(
      (await form({ number, email: ' Wang.Fang@Example.com', locale: 'zh-CN' })).headers.get('location'),
      `/zh-CN/orders/${token}`,
    )
  const answer = await json({ number: id, email, locale: 'en' })

  assert.deepEqual(await answer.json(), { url: `/en/orders/${token}` })
  assert.equal(answer.headers.get('cache-control'), 'no-store')
})

test('A stranger is told the same of an order that there is as of one that there is not, and not sooner', async () => {
  const { id } = await aPaidOrder()
  const unpaid = await aPendingOrder()
  const answers: string[] = []
  for (const number of [id, unpaid.id, '00000-00000']) {
    const began = performance.now()
    const answer = await json({ number, email: 'stranger@example.com' })
    assert.ok(performance.now() - began > 245)
    answers.push(JSON.stringify([answer.status, [...answer.headers], await answer.text()]))
  }

  assert.equal(new Set(answers).size, 1)
  assert.match(answers[0] ?? '', /unknown-order/)
})

for (const [number, typed, problem] of [
  ['', email, 'invalid-number#number'],
  ['🫖', email, 'invalid-number#number'],
  ['00000-00000', '', 'invalid-email#email'],
  ['00000-00000', 'wang fang@example.com', 'invalid-email#email'],
  ['00000-00000', email, 'unknown-order#number'],
] as const) {
  test(`A form with “${number}” and “${typed}” leads back to its page, which knows why and what was typed`, async () => {
    const answer = await form({ number, email: typed })

    assert.equal(answer.status, 303)
    assert.equal(answer.headers.get('location'), `/en/orders?problem=${problem}`)
    const cookie = setCookiesOf(answer)['look-up']
    assert.deepEqual(readLookUp(cookie?.value), { number, email: typed })
    assert.ok(cookie?.attributes.includes('HttpOnly') && cookie.attributes.includes('Max-Age=60'))
  })
}

test('What is typed is kept only when it is short, and read only when it is the shop’s', async () => {
  const answer = await form({ number: 'x'.repeat(9_000), email })

  assert.equal(setCookiesOf(answer)['look-up']?.value, '')
  for (const strange of [undefined, '', 'x', 'bnVsbA', 'e30', Buffer.from('[{},[1]]').toString('base64url')])
    assert.equal(typeof readLookUp(strange).number, 'string')
})

test('Guesses at one order’s address end after a few from one place, and its owner still finds it from another', async () => {
  const { id } = await aPaidOrder()
  const guesses = Array.from({ length: 8 }, (_, guess) => `guess${guess}@example.com`)
  const codes: unknown[] = []
  for (const guess of [...guesses, email])
    codes.push((await problemOf(await json({ number: id, email: guess }, '203.0.113.77')))['code'])

  assert.deepEqual(new Set(codes.slice(0, 5)), new Set(['unknown-order']))
  assert.deepEqual(new Set(codes.slice(5)), new Set(['too-many-requests']))
  assert.equal((await json({ number: id, email })).status, 200)
})

test('Guesses at one order’s address end from wherever they come, and a stranger learns nothing of whether there is one', async () => {
  const { id } = await aPaidOrder()
  for (const number of [id, '00000-00001']) {
    const guesses = Array.from({ length: 60 }, () => json({ number, email: 'guess@example.com' }))
    const statuses = (await Promise.all(guesses)).map(({ status }) => status)
    assert.deepEqual([number, new Set(statuses)], [number, new Set([404])])
    const refused = await json({ number, email })
    assert.equal(refused.status, 429)
    assert.match(String((await problemOf(refused))['detail']), /Try again in 1[0-5] seconds\./)
  }
})

test('A form that comes too often is led back to its page, which has what was typed and says how long to wait', async () => {
  const sent = { number: '00000-00002', email }
  for (let guess = 0; guess < 5; guess += 1) await json(sent, '203.0.113.78')
  const answer = await form(sent, '203.0.113.78')

  assert.match(
    answer.headers.get('location') ?? '',
    /^\/en\/orders\?problem=too-many-requests&wait=2[34]\d#number$/,
  )
  assert.deepEqual(readLookUp(setCookiesOf(answer)['look-up']?.value), sent)
})

test('One address that goes through numbers is stopped', async () => {
  let answer = await json({}, '203.0.113.9')
  for (let times = 0; times < 20 && answer.status !== 429; times += 1) answer = await json({}, '203.0.113.9')

  assert.equal(answer.status, 429)
  const page = await form({ number: '00000-00000', email }, '203.0.113.9')
  assert.deepEqual([page.status, page.headers.get('content-type')], [429, 'text/html; charset=utf-8'])
})

async function aPaidOrder(): Promise<Order> {
  const order = await aPendingOrder()
  await settle(sessionOf(order, { email }))
  return order
}

let asked = 0
function json(fields: Record<string, string>, from = `198.51.100.${(asked += 1)}`): Promise<Response> {
  return POST(aRequestTo('/api/orders/find', { json: fields, headers: { [addressHeader]: from } }))
}

function form(fields: Record<string, string>, from = `198.51.100.${(asked += 1)}`): Promise<Response> {
  return POST(aRequestTo('/api/orders/find', { form: fields, headers: { [addressHeader]: from } }))
}
