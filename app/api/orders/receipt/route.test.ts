import '#prisma/test-database'
import '#stripe/test-stripe'
import assert from 'node:assert/strict'
import { after, mock, test } from 'node:test'
import { aPendingOrder, mailsOf, sessionOf, settle } from '#domain/orders/test-orders'
import { closeDatabase, reader } from '#prisma/client'
import { addressHeader } from '../../../_doors/address-header.ts'
import { aRequestTo, problemOf } from '../../../_lib/requests/test-requests.ts'
import { POST } from './route.ts'

mock.method(console, 'error', () => {})
after(closeDatabase)

const email = 'wang.fang@example.com'

test('A receipt asked for again goes to the address that paid, whatever else is asked, and nobody is told which', async () => {
  const { id, token } = await aPaidOrder()
  const answer = await ask(token, {
    form: { email: 'evil@example.com', to: 'evil@example.com', locale: 'en' },
  })

  assert.equal(answer.status, 303)
  assert.equal(answer.headers.get('location'), `/en/orders/${token}?receipt=sent#receipt`)
  const json = await ask(token, { json: { recipient: 'evil@example.com' } })
  assert.equal(json.status, 202)
  assert.equal(await json.text(), '')
  const mails = await reader().outboxMail.findMany({ where: { orderId: id } })
  assert.equal(mails.length, 3)
  for (const { recipient } of mails) assert.equal(recipient, email)
})

test('The fourth time on a day is refused in words, by form and by script', async () => {
  const { token } = await aPaidOrder()
  for (let times = 0; times < 3; times += 1) await ask(token, { json: {} })

  assert.equal((await problemOf(await ask(token, { json: {} })))['code'], 'receipt-too-often')
  assert.equal(
    (await ask(token, { form: { locale: 'zh-CN' } })).headers.get('location'),
    `/zh-CN/orders/${token}?receipt=receipt-too-often#receipt`,
  )
})

test('There is no receipt of what is not paid, nor of an order that there is not', async () => {
  const unpaid = await aPendingOrder()

  assert.equal((await problemOf(await ask(unpaid.token, { json: {} })))['code'], 'no-receipt')
  for (const token of ['', unpaid.id, 'a'.repeat(22), '🫖', '//evil.example', '\r\nSet-Cookie: a=b']) {
    assert.equal((await ask(token, { json: {} })).status, 404)
    const location = (await ask(token, { form: {} })).headers.get('location') ?? ''
    assert.match(location, /^\/en\/orders\/[^/\s]*\?receipt=unknown-order#receipt$/)
  }
})

test('Another site has nothing sent, and whoever asks for many orders is stopped', async () => {
  const { token, ...order } = await aPaidOrder()
  const headers = { 'Sec-Fetch-Site': 'cross-site' }
  assert.equal((await ask(token, { form: {}, headers })).status, 403)
  const from = { [addressHeader]: '203.0.113.9' }
  const answers: number[] = []
  for (let times = 0; times < 10; times += 1)
    answers.push((await ask('a'.repeat(22), { json: {}, headers: from })).status)

  assert.deepEqual(answers.slice(0, 6), Array(6).fill(404))
  assert.deepEqual(answers.slice(6), Array(4).fill(429))
  assert.deepEqual(await mailsOf(order), ['receipt'])
})

async function aPaidOrder() {
  const order = await aPendingOrder()
  await settle(sessionOf(order, { email }))
  return order
}

interface Asking {
  readonly form?: Readonly<Record<string, string>>
  readonly json?: object
  readonly headers?: Readonly<Record<string, string>>
}

let asked = 0
function ask(token: string, { json, form, headers }: Asking): Promise<Response> {
  asked += 1
  const from = { [addressHeader]: `198.51.100.${asked}`, ...headers }
  const fields = form ? { form: { ...form, token } } : { json: { ...json, token } }
  return POST(aRequestTo('/api/orders/receipt', { ...fields, headers: from }))
}
