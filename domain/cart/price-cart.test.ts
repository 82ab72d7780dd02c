import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { putOnSale, setPrice } from '#domain/catalogue/test-catalogue'
import { closeDatabase, transaction } from '#prisma/client'
import { priceCart } from './price-cart.ts'

after(closeDatabase)

test('A cart is priced by the catalogue, line by line', async () => {
  const [cup, pot] = [await putOnSale(), await putOnSale({ prices: { usd: 5200 }, quantity: 3 })]

  const priced = await priceCart(
    [
      { sku: pot, quantity: 1 },
      { sku: cup, quantity: 3 },
    ],
    'usd',
  )

  assert.deepEqual(
    priced.lines.map(({ sku, unitAmount, amount, available, problem }) => ({
      sku,
      unitAmount,
      amount,
      available,
      problem,
    })),
    [
      { sku: pot, unitAmount: 5200, amount: 5200, available: 3, problem: null },
      { sku: cup, unitAmount: 1200, amount: 3600, available: 10, problem: null },
    ],
  )
  assert.deepEqual({ total: priced.total, problem: priced.problem }, { total: 8800, problem: null })
})

test('A price that was smuggled into the cart changes nothing', async () => {
  const sku = await putOnSale()
  const line = { sku, quantity: 1, unitAmount: 1, price: 1, amount: 1, prices: { usd: 1 } }

  assert.equal((await priceCart([line], 'usd')).total, 1200)
})

test('A new price counts from the next look on', async () => {
  const sku = await putOnSale()
  await setPrice(sku, 'eur', 990)

  assert.equal((await priceCart([{ sku, quantity: 2 }], 'eur')).total, 1980)
})

test('A line that cannot be bought stays in the cart, says why, and stands for the cart', async () => {
  const [few, yuanOnly] = [
    await putOnSale({ quantity: 2 }),
    await putOnSale({ prices: { cny: 8800 }, quantity: 5 }),
  ]

  const { lines, problem } = await priceCart(
    [
      { sku: few, quantity: 2 },
      { sku: 'gone-from-the-shop', quantity: 1 },
      { sku: yuanOnly, quantity: 1 },
      { sku: few, quantity: 3 },
    ],
    'usd',
  )

  assert.deepEqual(
    lines.map((line) => line.problem),
    [
      null,
      { code: 'unknown-sku', sku: 'gone-from-the-shop' },
      { code: 'not-sold-in-currency', sku: yuanOnly, currency: 'usd' },
      { code: 'sold-out', sku: few, available: 2 },
    ],
  )
  assert.deepEqual(problem, { code: 'unknown-sku', sku: 'gone-from-the-shop' })
  assert.equal(lines[1]?.name.en, 'gone-from-the-shop')
})

test('What is held or sold is not left', async () => {
  const sku = await putOnSale({ quantity: 5 })
  await transaction((tx) => tx.stock.update({ where: { sku }, data: { held: 2, sold: 2 } }))

  assert.equal((await priceCart([{ sku, quantity: 1 }], 'usd')).problem, null)
  assert.deepEqual((await priceCart([{ sku, quantity: 2 }], 'usd')).problem, {
    code: 'sold-out',
    sku,
    available: 1,
  })
})

test('What an earlier checkout holds for the shopper is there for the next one', async () => {
  const sku = await putOnSale({ quantity: 5 })
  await transaction((tx) => tx.stock.update({ where: { sku }, data: { held: 5 } }))
  const cart = [{ sku, quantity: 3 }]

  assert.equal((await priceCart(cart, 'usd')).problem?.code, 'sold-out')
  assert.equal((await priceCart(cart, 'usd', new Map([[sku, 3]]))).problem, null)
  assert.deepEqual((await priceCart(cart, 'usd', new Map([[sku, 2]]))).problem, {
    code: 'sold-out',
    sku,
    available: 2,
  })
})

test('A line on sale tells what it cost before, and is charged at what it costs now', async () => {
  const sku = await putOnSale()
  await transaction((tx) => tx.price.updateMany({ where: { sku, currency: 'usd' }, data: { was: 1500 } }))

  const { lines, total } = await priceCart([{ sku, quantity: 2 }], 'usd')

  assert.deepEqual([lines[0]?.was, lines[0]?.unitAmount, total], [1500, 1200, 2400])
})

test('Of a total that is too small it is told how much is missing, and the very minimum is enough', async () => {
  const sku = await putOnSale({ prices: { usd: 1, jpy: 99 }, quantity: 99 })

  assert.deepEqual((await priceCart([{ sku, quantity: 49 }], 'usd')).problem, {
    code: 'amount-too-small',
    missing: { amount: 1, currency: 'usd' },
  })
  assert.equal((await priceCart([{ sku, quantity: 50 }], 'usd')).problem, null)
  assert.deepEqual((await priceCart([{ sku, quantity: 1 }], 'jpy')).problem, {
    code: 'amount-too-small',
    missing: { amount: 1, currency: 'jpy' },
  })
})

test('A total of eight digits may be paid, one unit more may not', async () => {
  const [much, little] = [
    await putOnSale({ prices: { cny: 99_999_998 } }),
    await putOnSale({ prices: { cny: 1 } }),
  ]
  const cart = (quantity: number) => [
    { sku: much, quantity: 1 },
    { sku: little, quantity },
  ]

  assert.equal((await priceCart(cart(1), 'cny')).problem, null)
  assert.deepEqual((await priceCart(cart(2), 'cny')).problem, { code: 'amount-too-large' })
})

test('The largest cart of the dearest things is counted to the last unit', async () => {
  const dearest = 2_147_483_647
  const cart = []
  for (let number = 0; number < 50; number++)
    cart.push({ sku: await putOnSale({ prices: { usd: dearest }, quantity: 99 }), quantity: 99 })

  const { total } = await priceCart(cart, 'usd')

  assert.equal(BigInt(total), BigInt(dearest) * 99n * 50n)
})

test('An empty cart is told to be empty', async () => {
  assert.deepEqual(await priceCart([], 'usd'), {
    currency: 'usd',
    lines: [],
    total: 0,
    problem: { code: 'empty-cart' },
  })
})

test('A thing that is given away cannot be bought alone, and can with something else', async () => {
  const [gift, cup] = [await putOnSale({ prices: { usd: 0 } }), await putOnSale()]

  assert.equal((await priceCart([{ sku: gift, quantity: 1 }], 'usd')).problem?.code, 'amount-too-small')
  assert.equal(
    (
      await priceCart(
        [gift, cup].map((sku) => ({ sku, quantity: 1 })),
        'usd',
      )
    ).total,
    1200,
  )
})
