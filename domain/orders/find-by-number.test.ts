import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeDatabase } from '#prisma/client'
import { findTokenByNumber } from './find-by-number.ts'
import { aPendingOrder, sessionOf, settle } from './test-orders.ts'

after(closeDatabase)

test('Whoever knows an order’s number and its address finds it, however they write the address', async () => {
  const { id, token } = await aPaidOrder('Wang.Fang@Example.com')

  for (const email of [
    'Wang.Fang@Example.com',
    'wang.fang@example.com',
    '  WANG.FANG@EXAMPLE.COM\n',
    'ｗａｎｇ．ｆａｎｇ＠ｅｘａｍｐｌｅ．ｃｏｍ',
  ])
    assert.equal(await findTokenByNumber({ id, email }), token, email)
})

test('Whoever knows only one of the two finds nothing', async () => {
  const { id } = await aPaidOrder('wang.fang@example.com')
  const unpaid = await aPendingOrder()

  for (const email of [
    '',
    ' ',
    'wang.fang@example.co',
    'wang.fang@example.com.evil.example',
    '%',
    '*',
    '🫖@🫖',
    '\0',
  ])
    assert.equal(await findTokenByNumber({ id, email }), null, email)
  for (const email of ['wang.fang@example.com', '', 'null'])
    for (const other of [unpaid.id, '00000-00000', ''])
      assert.equal(await findTokenByNumber({ id: other, email }), null, other)
})

async function aPaidOrder(email: string) {
  const order = await aPendingOrder()
  await settle(sessionOf(order, { email }))
  return order
}
