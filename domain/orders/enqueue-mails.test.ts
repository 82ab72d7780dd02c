import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, mock, test } from 'node:test'
import { putOnSale } from '#domain/catalogue/test-catalogue'
import type { MailContent } from '#domain/mail/outbox-store'
import { closeDatabase, reader } from '#prisma/client'
import type { Session } from '#stripe/session'
import { resendReceipt } from './resend-receipt.ts'
import {
  aPendingOrder,
  expiredSessionOf,
  lineOf,
  mailsOf,
  readOrder,
  sessionOf,
  settle,
} from './test-orders.ts'

mock.method(console, 'error', () => {})
after(closeDatabase)

test('A paid order has its receipt, once, in the order’s language and to who has paid', async () => {
  const order = await aPendingOrder({ quantity: 2 })

  for (let time = 0; time < 3; time += 1) await settle(sessionOf(order))

  const [mail, ...others] = await reader().outboxMail.findMany({ where: { orderId: order.id } })
  assert.deepEqual(others, [])
  const { kind, recipient, locale, state, content } = mail ?? assert.fail('no receipt')
  assert.deepEqual(
    { kind, recipient, locale, state },
    { kind: 'receipt', recipient: 'shopper@example.com', locale: 'en', state: 'pending' },
  )
  const { name, quantity, unitAmount } = lineOf(order)
  assert.deepEqual(JSON.parse(content), {
    token: order.token,
    currency: 'usd',
    total: 2400,
    charges: { subtotal: 2400, discount: 0, shipping: 0, shippingName: null, tax: 0, addedTax: 0 },
    lines: [{ name, quantity, unitAmount }],
    placedAt: order.createdAt.toISOString(),
    delivery: { to: [] },
  })
})

test('A receipt knows where its order goes, as the reader writes it, and one sent again says the same', async () => {
  const order = await aPendingOrder()
  const shippingAddress = {
    name: 'Wang Fang',
    line1: '90 Wensan Road',
    line2: null,
    city: 'Hangzhou',
    state: null,
    postalCode: '310012',
    country: 'CN',
  }
  await settle(sessionOf(order, { shippingAddress }))
  await resendReceipt(await readOrder(order.token))

  const mails = await reader().outboxMail.findMany({ where: { orderId: order.id } })
  const [first, again] = mails.map(({ content }) => JSON.parse(content) as MailContent)
  assert.deepEqual(first?.delivery?.to, ['Wang Fang', '90 Wensan Road', 'Hangzhou, 310012', 'China'])
  assert.deepEqual(again, first)
})

test('An order that is open, expired or waits for a bank has no mail', async () => {
  const order = await aPendingOrder()
  await settle(sessionOf(order, { payment: 'processing' }))
  const other = await aPendingOrder()
  await settle(expiredSessionOf(other))

  assert.deepEqual([await mailsOf(order), await mailsOf(other)], [[], []])
})

test('That a bank said no is told once', async () => {
  const order = await aPendingOrder()

  for (const payment of ['processing', 'failed', 'failed', 'processing'] as const)
    await settle(sessionOf(order, { payment }))

  assert.deepEqual(await mailsOf(order), ['payment-failed'])
})

const wrong: Partial<Session>[] = [{ amountTotal: 1 }, { currency: 'jpy' }, { rightMode: false }]

for (const said of wrong) {
  test(`A payment with ${JSON.stringify(said)} has no receipt: a person looks at it first`, async () => {
    const order = await aPendingOrder()

    await settle(sessionOf(order, said))

    assert.deepEqual(await mailsOf(order), [])
  })
}

test('A late payment for which nothing is left has no receipt, one whose units were there has', async () => {
  const sku = await putOnSale({ quantity: 1 })
  const [late, rival] = [await aPendingOrder({ sku }), async () => aPendingOrder({ sku })]
  await settle(expiredSessionOf(late))
  await rival()
  await settle(sessionOf(late))

  const lucky = await aPendingOrder()
  await settle(expiredSessionOf(lucky))
  await settle(sessionOf(lucky))

  assert.deepEqual([await mailsOf(late), await mailsOf(lucky)], [[], ['receipt']])
})

test('A payment has its receipt whether a second session is heard to be paid before or after', async () => {
  const [first, last] = [await aPendingOrder(), await aPendingOrder()]
  await settle(sessionOf(first, { id: `cs_other_${first.id}` }))
  await settle(sessionOf(first))
  await settle(sessionOf(last))
  await settle(sessionOf(last, { id: `cs_other_${last.id}` }))

  assert.deepEqual([await mailsOf(first), await mailsOf(last)], [['receipt'], ['receipt']])
})

test('Without an address nothing is written; once it is known, what is due is', async () => {
  const order = await aPendingOrder()

  await settle(sessionOf(order, { email: null }))
  assert.deepEqual(await mailsOf(order), [])

  await settle(sessionOf(order))
  assert.deepEqual(await mailsOf(order), ['receipt'])
})
