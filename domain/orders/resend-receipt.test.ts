import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, mock, test } from 'node:test'
import { closeDatabase, reader } from '#prisma/client'
import type { Order } from './order.ts'
import { resendReceipt } from './resend-receipt.ts'
import { aPendingOrder, mailsOf, readOrder, refundOf, sessionOf, settle, takeRefund } from './test-orders.ts'

mock.method(console, 'error', () => {})
after(closeDatabase)

const today = new Date('2026-11-23T09:00:00Z')
const tomorrow = new Date('2026-11-24T00:00:00Z')

test('A receipt that is sent again says the same to the same address', async () => {
  const order = await aPaidOrder()

  assert.equal(await resendReceipt(order, today), 'sent')

  const mails = await reader().outboxMail.findMany({
    where: { orderId: order.id },
    orderBy: { kind: 'asc' },
    select: { kind: true, recipient: true, content: true, locale: true },
  })
  const [first, again] = mails
  assert.deepEqual(
    mails.map(({ kind }) => kind),
    ['receipt', 'receipt:2026-11-23:1'],
  )
  assert.deepEqual({ ...again, kind: 'receipt' }, first)
})

test('A receipt is sent again three times a day, however many ask at once, and again the day after', async () => {
  const order = await aPaidOrder()

  const answers = await Promise.all(Array.from({ length: 10 }, () => resendReceipt(order, today)))

  assert.equal(answers.filter((answer) => answer === 'sent').length, 3)
  assert.equal(answers.filter((answer) => answer === 'too-often').length, 7)
  assert.equal((await mailsOf(order)).length, 4)
  assert.equal(await resendReceipt(order, tomorrow), 'sent')
})

test('What was refunded was paid, and has its receipt', async () => {
  const order = await aPaidOrder()
  await takeRefund(refundOf(order))

  assert.equal(await resendReceipt(await readOrder(order.token), today), 'sent')
})

test('What is not paid, waits for a bank, is to be looked at or has no address has no receipt to send', async () => {
  for (const said of [
    { status: 'open', payment: 'none' },
    { payment: 'processing' },
    { payment: 'failed' },
    { amountTotal: 1 },
    { email: null },
  ] as const) {
    const order = await aPendingOrder()
    await settle(sessionOf(order, said))
    const mails = await mailsOf(order)

    assert.equal(await resendReceipt(await readOrder(order.token), today), 'none', JSON.stringify(said))
    assert.deepEqual(await mailsOf(order), mails)
  }
})

async function aPaidOrder(): Promise<Order> {
  const order = await aPendingOrder()
  await settle(sessionOf(order))
  return readOrder(order.token)
}
