// Writes orders that wait to be paid, as the shop itself does, and prints a line for each: its id, session and total. Run with the
// DATABASE_URL of the shop that they are for.
import { randomUUID } from 'node:crypto'
import { priceCart } from '../../domain/cart/price-cart.ts'
import { newOrder } from '../../domain/orders/new-order.ts'
import { insertOrder, rememberSession } from '../../domain/orders/order-store.ts'
import { holdStock } from '../../domain/stock/stock-store.ts'
import { closeDatabase, transaction } from '../../prisma/client.ts'

const count = Number(process.argv[2])
const cart = [{ sku: 'gaiwan', quantity: 1 }]
const priced = await priceCart(cart, 'usd')
if (priced.problem) throw new Error(priced.problem.code)
const orders = Array.from({ length: count }).values()
await Promise.all(
  Array.from({ length: 50 }, async () => {
    for (const _ of orders) await openOrder()
  }),
)
await closeDatabase()

async function openOrder(): Promise<void> {
  const request = { cart, currency: 'usd', locale: 'en', shopper: randomUUID() } as const
  const order = newOrder({ request, priced, now: new Date() })
  const sessionId = `cs_test_${randomUUID().replaceAll('-', '')}`
  await transaction(async (tx) => {
    await insertOrder(tx, order)
    await holdStock(tx, order.lines)
    await rememberSession(tx, { id: order.id, sessionId, url: 'https://pay.example' })
  })
  console.log(JSON.stringify({ orderId: order.id, sessionId, total: order.total }))
}
