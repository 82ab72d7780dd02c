// What must be true of every order that was paid once and refunded once, whoever came first.
import type { Store } from '../databases.ts'
import type { PlannedOrder } from '../lives/planned-order.ts'

/** Every fault: an order not fulfilled exactly once, a unit moved twice or not at all, a mail missing or one too many. */
export async function checkOrders(store: Store, orders: readonly PlannedOrder[]): Promise<string[]> {
  const rows = await store.query('SELECT "id", "payment", "session", "stock", "review" FROM "Order"')
  const found = rows
    .map(({ id, payment, session, stock, review }) => ({
      id,
      is: [payment, session, stock, review].join(' '),
    }))
    .filter(({ is }) => is !== 'paid complete sold ')
  return [
    ...found.map(({ id, is }) => `order ${id}: ${is}`),
    ...(await checkStock(store, orders)),
    ...(await checkMails(store, orders)),
  ]
}

async function checkStock(store: Store, orders: readonly PlannedOrder[]): Promise<string[]> {
  const units = new Map<string, number>()
  for (const { sku, quantity } of orders.flatMap(({ lines }) => lines))
    units.set(sku, (units.get(sku) ?? 0) + quantity)
  const rows = await store.query('SELECT "sku", "held", "sold" FROM "Stock"')
  return rows
    .filter(({ sku, held, sold }) => Number(held) !== 0 || Number(sold) !== (units.get(String(sku)) ?? 0))
    .map(
      ({ sku, held, sold }) =>
        `stock of ${sku}: ${held} held, ${sold} sold, must be 0 and ${units.get(String(sku)) ?? 0}`,
    )
}

async function checkMails(store: Store, orders: readonly PlannedOrder[]): Promise<string[]> {
  const rows = await store.query('SELECT "orderId", "kind" FROM "OutboxMail" ORDER BY "orderId", "kind"')
  const kinds = new Map<string, string[]>()
  for (const { orderId, kind } of rows)
    kinds.set(String(orderId), [...(kinds.get(String(orderId)) ?? []), String(kind)])
  return orders.flatMap(({ id }) => {
    const [wanted, is] = [`receipt, refund:re_${id}_1`, kinds.get(id)?.join(', ')]
    return is === wanted ? [] : [`mails of ${id}: ${is ?? 'none'}, must be ${wanted}`]
  })
}
