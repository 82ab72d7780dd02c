// Writes orders that wait to be paid, as the shop itself does, and prints a line for each: its id and session, what its goods cost and its first way of shipping. Run with the
// DATABASE_URL of the shop that they are for.
import { randomUUID } from 'node:crypto'
import { newOrder } from '../../domain/orders/new-order.ts'
import { quote } from '../../domain/orders/quote.ts'
import { insertOrder, rememberSession } from '../../domain/orders/order-store.ts'
import { holdStock } from '../../domain/stock/stock-store.ts'
import { closeDatabase, transaction } from '../../prisma/client.ts'

const count = Number(process.argv[2])
const cart = [{ sku: 'gaiwan', quantity: 1 }]
const request = { cart, currency: 'usd', locale: 'en' } as const
const quoted = await quote({ ...request, shopper: '' })
if (quoted.priced.problem) throw new Error(quoted.priced.problem.code)
const orders = Array.from({ length: count }).values()
await Promise.all(
  Array.from({ length: 50 }, async () => {
    for (const _ of orders) await openOrder()
  }),
)
await closeDatabase()

async function openOrder(): Promise<void> {
  const order = newOrder({ request: { ...request, shopper: randomUUID() }, quoted, now: new Date() })
  const sessionId = `cs_test_${randomUUID().replaceAll('-', '')}`
  await transaction(async (tx) => {
    await insertOrder(tx, order)
    await holdStock(tx, order.lines)
    await rememberSession(tx, { id: order.id, sessionId, url: 'https://pay.example' })
  })
  const shipping = order.shippingOffers[0]?.amount ?? 0
  console.log(JSON.stringify({ orderId: order.id, sessionId, subtotal: order.total, shipping }))
}
