import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { putOnSale } from '#domain/catalogue/test-catalogue'
import { offerSeededRates, setShippingPrice } from '#domain/shipping/test-shipping'
import { closeDatabase } from '#prisma/client'
import { quote } from './quote.ts'
import { aRequest } from './test-orders.ts'

after(closeDatabase)

test('What a shopper was shown has the cheapest shipping in it: when that has changed, they are told', async () => {
  await offerSeededRates()
  const cart = [{ sku: await putOnSale(), quantity: 1 }]
  const problemOf = async (shown: number) => (await quote(aRequest({ cart, shown }))).priced.problem

  assert.equal(await problemOf(1800), null)
  assert.deepEqual(await problemOf(1200), { code: 'price-changed' })
  await setShippingPrice('standard', 'usd', 700)
  assert.deepEqual(await problemOf(1800), { code: 'price-changed' })
  assert.equal(await problemOf(1900), null)
})
