// The facts that no page shows: what the shop has written down. Read-only.
import { DatabaseSync } from 'node:sqlite'

export interface OrderRecord {
  readonly id: string
  readonly token: string
  readonly session: string
  readonly payment: string
  readonly stock: string
  readonly email: string | null
  readonly revision: number
}

export interface ShopRecords {
  /** The order with this session; undefined when there is none. */
  readonly order: (sessionId: string) => OrderRecord | undefined
  readonly countOrders: () => number
  /** Units of a sku that are left, and that are held or sold. */
  readonly stock: (sku: string) => { left: number; held: number; sold: number }
  /** The events that came for an object, as "type state", in the order in which they came. */
  readonly events: (objectId: string) => { id: string; what: string }[]
  readonly close: () => void
}

/** Opens a running shop's database. */
export function openRecords(file: string): ShopRecords {
  const database = new DatabaseSync(file, { readOnly: true })
  const order = database.prepare('SELECT * FROM "Order" WHERE "sessionId" = ?')
  const orders = database.prepare('SELECT count(*) AS "count" FROM "Order"')
  const stock = database.prepare(
    'SELECT "quantity" - "held" - "sold" AS "left", "held", "sold" FROM "Stock" WHERE "sku" = ?',
  )
  const events = database.prepare(
    `SELECT "id", "type" || ' ' || "state" AS "what" FROM "InboxEvent" WHERE "objectId" = ? ORDER BY "receivedAt"`,
  )
  return {
    order: (sessionId) => order.get(sessionId) as OrderRecord | undefined,
    countOrders: () => (orders.get() as { count: number }).count,
    stock: (sku) => ({ ...(stock.get(sku) as { left: number; held: number; sold: number }) }),
    events: (objectId) => events.all(objectId).map((row) => ({ ...row }) as { id: string; what: string }),
    close: () => database.close(),
  }
}
