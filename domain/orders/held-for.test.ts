import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { putOnSale } from '#domain/catalogue/test-catalogue'
import { closeDatabase } from '#prisma/client'
import { heldFor } from './held-for.ts'
import { aPendingOrder, expiredSessionOf, sessionOf, settle } from './test-orders.ts'

after(closeDatabase)

const now = new Date('2026-11-23T10:00:00Z')

test('What a shopper’s open checkout holds is theirs, and theirs alone, for as long as it is open', async () => {
  const sku = await putOnSale()
  await aPendingOrder({ sku, quantity: 2, shopper: 'first', at: now })

  const held = await heldFor('first', new Date(now.getTime() + 60_000))

  assert.deepEqual([...held.units], [[sku, 2]])
  assert.equal(held.minutes, 30)
  assert.deepEqual(await heldFor('second', now), { units: new Map(), minutes: 0 })
})

test('What is paid or has expired is held no more', async () => {
  const [paid, expired] = [
    await aPendingOrder({ shopper: 'payer', at: now }),
    await aPendingOrder({ shopper: 'late', at: now }),
  ]
  await settle(sessionOf(paid))
  await settle(expiredSessionOf(expired))

  for (const shopper of ['payer', 'late'])
    assert.deepEqual(await heldFor(shopper, now), { units: new Map(), minutes: 0 })
})
