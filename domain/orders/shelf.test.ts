import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { changedSince, currentEdition } from '#domain/catalogue/edition-store'
import { putOnSale } from '#domain/catalogue/test-catalogue'
import { closeDatabase, transaction } from '#prisma/client'
import { returnToShelf, takeFromShelf } from './shelf.ts'

after(closeDatabase)

/** Which products pages must be made anew for after `work`. */
async function changedBy(work: () => Promise<unknown>): Promise<string[]> {
  const before = await currentEdition()
  await work()
  return changedSince(before, 100)
}

const take = (sku: string, quantity: number) => transaction((tx) => takeFromShelf(tx, [{ sku, quantity }]))
const giveBack = (sku: string, quantity: number) =>
  transaction((tx) => returnToShelf(tx, [{ sku, quantity }]))

test('While there is plenty, what is taken and given back changes nothing that shoppers see.', async () => {
  const sku = await putOnSale({ quantity: 10 })
  assert.deepEqual(await changedBy(() => take(sku, 6)), [])
  assert.deepEqual(await changedBy(() => giveBack(sku, 6)), [])
})

test('When few are left, when none is, and when they come back, the product has changed.', async () => {
  const sku = await putOnSale({ quantity: 10 })
  assert.deepEqual(await changedBy(() => take(sku, 7)), [sku])
  assert.deepEqual(await changedBy(() => take(sku, 3)), [sku])
  assert.deepEqual(await changedBy(() => giveBack(sku, 10)), [sku])
})

test('What could not be taken changes nothing.', async () => {
  const sku = await putOnSale({ quantity: 2 })
  assert.deepEqual(await changedBy(() => take(sku, 3)), [])
})
