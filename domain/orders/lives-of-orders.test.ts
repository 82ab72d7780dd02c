import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { stockOf } from '#domain/stock/test-stock'
import { closeDatabase } from '#prisma/client'
import type { Session } from '#stripe/session'
import { aPendingOrder, lineOf, readOrder, sessionOf, settle } from './test-orders.ts'

after(closeDatabase)

const lives: Record<string, Partial<Session>[]> = {
  'paid by card': [{}],
  'paid by bank': [{ payment: 'processing' }, {}],
  'refused by the bank': [{ payment: 'processing' }, { payment: 'failed' }],
  'paid after it expired': [{ status: 'expired', payment: 'none' }, {}],
  'refused, then paid, then expired': [
    { payment: 'processing' },
    { payment: 'failed' },
    {},
    { status: 'expired', payment: 'none' },
  ],
  'paid twice over': [{}, { id: 'cs_test_life_twice' }],
}

for (const [life, said] of Object.entries(lives)) {
  test(`An order ${life} comes out the same in whatever order that is told`, async () => {
    const outcomes = new Set<string>()

    for (const telling of permutations(said)) {
      const order = await aPendingOrder()
      for (const word of [...telling, telling[0]]) await settle(sessionOf(order, word))
      const { session, payment, amountPaid, review } = await readOrder(order.token)
      const { held, sold } = await stockOf(lineOf(order).sku)
      outcomes.add(JSON.stringify({ session, payment, amountPaid, review, held, sold }))
    }

    assert.equal(outcomes.size, 1, [...outcomes].join('\n'))
  })
}

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((item, index) =>
    permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]),
  )
}
