import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { putOnSale, setPrice } from '#domain/catalogue/test-catalogue'
import { closeDatabase } from '#prisma/client'
import { seePrices } from './see-prices.ts'
import type { SeenPrices } from './seen-prices.ts'

after(closeDatabase)

async function aCart() {
  const [cup, pot] = [await putOnSale(), await putOnSale({ prices: { usd: 5200, cny: 36_000 } })]
  const cart = [cup, pot].map((sku) => ({ sku, quantity: 1 }))
  const before: SeenPrices = {
    currency: 'usd',
    amounts: new Map([
      [cup, 1000],
      [pot, 5000],
    ]),
  }
  return { cup, pot, cart, before }
}

test('Who looks at the whole cart has seen the prices of today', async () => {
  const { cup, pot, cart, before } = await aCart()
  await setPrice(cup, 'usd', 1100)

  const seen = await seePrices({ cart, currency: 'usd', before, only: null })

  assert.deepEqual(
    [...seen.amounts],
    [
      [cup, 1100],
      [pot, 5200],
    ],
  )
})

test('Who puts one thing in has seen the price of that, and is still to be told of the others', async () => {
  const { cup, pot, cart, before } = await aCart()

  const seen = await seePrices({ cart, currency: 'usd', before, only: cup })

  assert.deepEqual(
    [...seen.amounts],
    [
      [cup, 1200],
      [pot, 5000],
    ],
  )
})

test('In another currency all is seen anew: a switch is no change of price', async () => {
  const { cup, pot, cart, before } = await aCart()

  const seen = await seePrices({ cart, currency: 'cny', before, only: cup })

  assert.deepEqual([seen.currency, ...seen.amounts.values()], ['cny', 8800, 36_000])
  assert.deepEqual([...seen.amounts.keys()], [cup, pot])
})

test('What has left the cart, is gone from the shop or has no price here is forgotten', async () => {
  const { cup, before } = await aCart()
  const yuanOnly = await putOnSale({ prices: { cny: 100 } })
  const cart = [cup, 'gone', yuanOnly].map((sku) => ({ sku, quantity: 1 }))

  const seen = await seePrices({ cart, currency: 'usd', before, only: null })

  assert.deepEqual([...seen.amounts], [[cup, 1200]])
})
