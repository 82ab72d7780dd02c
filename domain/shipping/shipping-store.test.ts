import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeDatabase, reader, transaction } from '#prisma/client'
import { listShippingRates } from './shipping-store.ts'
import { offerSeededRates, withdrawRates } from './test-shipping.ts'

after(closeDatabase)

test('A shop without rates offers no shipping, and one with rates offers those of the currency in the shop’s order', async () => {
  assert.deepEqual(await listShippingRates('usd'), [])
  await offerSeededRates()
  const [standard, express, ...others] = await listShippingRates('jpy')
  assert.deepEqual(others, [])
  assert.deepEqual(
    { ...standard, key: express?.key },
    {
      key: 'express',
      name: { en: 'Standard shipping', 'zh-CN': '标准配送' },
      amount: 800,
      freeFrom: 9000,
      days: { from: 3, to: 6 },
    },
  )
  await transaction((tx) => tx.shippingPrice.deleteMany({ where: { rateKey: 'standard', currency: 'eur' } }))
  assert.deepEqual(
    (await listShippingRates('eur')).map(({ key }) => key),
    ['express'],
  )
  await withdrawRates()
})

test('No more rates are offered than Stripe’s page takes', async () => {
  for (let number = 0; number < 7; number += 1)
    await transaction((tx) =>
      tx.shippingRate.create({
        data: {
          key: `rate-${number}`,
          position: 7 - number,
          name: { en: 'Rate', 'zh-CN': '方式' },
          daysFrom: 1,
          daysTo: 2,
          prices: { create: { currency: 'usd', amount: number } },
        },
      }),
    )
  assert.deepEqual(
    (await listShippingRates('usd')).map(({ amount }) => amount),
    [6, 5, 4, 3, 2],
  )
  assert.equal(await reader().shippingRate.count(), 7)
  await withdrawRates()
})
