// The CHECK constraints are written into the migrations by hand, and a later migration that makes a table anew would
// lose them without a word. This is where that is noticed.

import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { closeDatabase, reader, transaction } from './client.ts'

before(() =>
  transaction(async (tx) => {
    await tx.product.create({
      data: {
        slug: 'cup',
        position: 1,
        name: {},
        description: {},
        variants: {
          create: {
            sku: 'cup-1',
            position: 1,
            picture: 'cup',
            prices: { create: { currency: 'usd', amount: 0 } },
            stock: { create: { quantity: 3, held: 1, sold: 2 } },
          },
        },
      },
    })
    await tx.order.create({
      data: {
        id: 'o1',
        token: 't',
        shopper: 's',
        idempotencyKey: 'k',
        locale: 'en',
        currency: 'usd',
        total: 0,
        createdAt: new Date(0),
        expiresAt: new Date(0),
        lines: { create: { sku: 'cup-1', name: 'Cup', picture: 'cup', unitAmount: 0, quantity: 1 } },
      },
    })
    await tx.shippingRate.create({
      data: {
        key: 'standard',
        position: 1,
        name: {},
        daysFrom: 2,
        daysTo: 3,
        prices: { create: { currency: 'usd', amount: 0 } },
      },
    })
    await tx.inboxEvent.create({
      data: { id: 'evt_1', type: 't', created: 0, payload: '{}', receivedAt: new Date(0), state: 'received' },
    })
  }),
)

after(closeDatabase)

const refused = {
  'A variant cannot be sold beyond its quantity': `UPDATE "Stock" SET "sold" = 3`,
  'A variant cannot be promised beyond its quantity': `UPDATE "Stock" SET "held" = 2`,
  'A quantity cannot fall below what is held and sold': `UPDATE "Stock" SET "quantity" = 2`,
  'A quantity is not negative': `UPDATE "Stock" SET "quantity" = -1, "held" = 0, "sold" = -1`,
  'Held units are not negative': `UPDATE "Stock" SET "held" = -1`,
  'Sold units are not negative': `UPDATE "Stock" SET "sold" = -1`,
  'A price is not negative': `UPDATE "Price" SET "amount" = -1`,
  'A total is not negative': `UPDATE "Order" SET "total" = -1`,
  'A session is none, open, complete or expired': `UPDATE "Order" SET "session" = 'closed'`,
  'A payment is none, processing, failed or paid': `UPDATE "Order" SET "payment" = 'unpaid'`,
  "An order's stock is held, released, sold or missing": `UPDATE "Order" SET "stock" = ''`,
  'An order line has at least one unit': `UPDATE "OrderLine" SET "quantity" = 0`,
  'An order line has no negative amount': `UPDATE "OrderLine" SET "unitAmount" = -1`,
  'Shipping costs no less than nothing': `UPDATE "ShippingPrice" SET "amount" = -1`,
  'Shipping takes a day at least': `UPDATE "ShippingRate" SET "daysFrom" = 0`,
  'Shipping does not take less at the most than at the least': `UPDATE "ShippingRate" SET "daysTo" = 1`,
  'An event is received, applied or ignored': `UPDATE "InboxEvent" SET "state" = 'Applied'`,
}

for (const [rule, sql] of Object.entries(refused)) {
  test(`${rule}: the database refuses it`, async () => {
    await assert.rejects(
      transaction((tx) => tx.$executeRawUnsafe(sql)),
      /CHECK constraint failed|violates check constraint/,
    )
  })
}

const allowed = {
  session: ['none', 'open', 'complete', 'expired'],
  payment: ['none', 'processing', 'failed', 'paid'],
  stock: ['held', 'released', 'sold', 'missing'],
}

for (const [column, words] of Object.entries(allowed)) {
  test(`Every word of an order's ${column} is accepted`, async () => {
    for (const word of words) await transaction((tx) => tx.order.updateMany({ data: { [column]: word } }))
    const order = await reader().order.findUniqueOrThrow({ where: { id: 'o1' } })
    assert.equal(Object.entries(order).find(([name]) => name === column)?.[1], words.at(-1))
  })
}

test('Every state of an event is accepted', async () => {
  for (const state of ['received', 'applied', 'ignored']) {
    await transaction((tx) => tx.inboxEvent.updateMany({ data: { state } }))
  }
})

test('Stock can be held and sold down to the last unit and given back', async () => {
  await transaction((tx) => tx.stock.updateMany({ data: { held: 0, sold: 3 } }))
  await transaction((tx) => tx.stock.updateMany({ data: { held: 3, sold: 0 } }))
  await transaction((tx) => tx.stock.updateMany({ data: { held: 0, sold: 0 } }))
})
