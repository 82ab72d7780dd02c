// Orders as the shop would have written them, made without the shop: what a proof puts into the database before it begins.
import { storedTime, type Store } from '../databases.ts'
import type { Random } from '../random.ts'
import { type PlannedCharge, planCharge } from './planned-charge.ts'

/** A variant on sale. */
export interface Good {
  readonly sku: string
  readonly picture: string
  /** Minor units by currency. */
  readonly prices: Readonly<Record<string, number>>
}

export interface PlannedLine {
  readonly sku: string
  readonly picture: string
  readonly unitAmount: number
  readonly quantity: number
}

export interface PlannedOrder {
  readonly id: string
  readonly token: string
  readonly locale: 'en' | 'zh-CN'
  readonly currency: string
  /** What the goods cost, in minor units. */
  readonly total: number
  readonly charge: PlannedCharge
  /** Null: made at Stripe, but its maker died before it could write it down. */
  readonly sessionId: string | null
  /** Who pays, as they will tell Stripe. */
  readonly email: string
  readonly customerName: string
  /** Held, or given back because its session expired long ago. */
  readonly stock: 'held' | 'released'
  readonly lines: readonly PlannedLine[]
}

export const currencies = ['cny', 'usd', 'eur', 'jpy'] as const

/** Goods for lives that touch no database. */
export const someGoods: readonly Good[] = ['cup', 'pot', 'tea'].map((sku, index) => ({
  sku,
  picture: sku,
  prices: Object.fromEntries(currencies.map((currency) => [currency, 1200 + 100 * index])),
}))

/** The goods of a database, but for `scarce` ones. */
export async function goodsOf(store: Store): Promise<Good[]> {
  const rows = await store.query(
    `SELECT v."sku", v."picture", p."currency", p."amount" FROM "Variant" v JOIN "Price" p ON p."sku" = v."sku"
     ORDER BY v."sku", p."currency"`,
  )
  const goods = new Map<string, Good & { prices: Record<string, number> }>()
  for (const { sku, picture, currency, amount } of rows) {
    const good = goods.get(String(sku)) ?? { sku: String(sku), picture: String(picture), prices: {} }
    good.prices[String(currency)] = Number(amount)
    goods.set(good.sku, good)
  }
  return [...goods.values()]
}

const names = ['Wang Fang', '王芳', 'Zoë O’Brien', 'Ада Лавлейс', 'نور', 'Nul\u0000Byte', '🫖 Tea']

/** An order of one to three lines. `number` is its own in the run. */
export function planOrder(number: number, goods: readonly Good[], random: Random): PlannedOrder {
  const currency = random.pick(currencies)
  const lines = random
    .shuffle(goods)
    .slice(0, random.integer(1, 3))
    .map(({ sku, picture, prices }) => ({
      sku,
      picture,
      unitAmount: prices[currency] ?? 100,
      quantity: random.integer(1, 4),
    }))
  const hex = Array.from({ length: 4 }, () =>
    random
      .integer(0, 2 ** 32 - 1)
      .toString(16)
      .padStart(8, '0'),
  ).join('')
  const total = lines.reduce((sum, { unitAmount, quantity }) => sum + unitAmount * quantity, 0)
  return {
    id: `T${String(number).padStart(7, '0')}`,
    token: hex,
    locale: random.pick(['en', 'zh-CN'] as const),
    currency,
    total,
    charge: planCharge(total, random.fork(`charge ${number}`)),
    sessionId: `cs_test_${number}_${hex.slice(0, 12)}`,
    email: `shopper-${number}@example.com`,
    customerName: random.pick(names),
    stock: 'held',
    lines,
  }
}

const columns = [
  ['id', 'token', 'shopper', 'attempt', 'idempotencyKey', 'locale', 'currency', 'total'],
  ['createdAt', 'expiresAt', 'sessionId', 'sessionUrl', 'session', 'stock', 'shippingOffers'],
].flat()

/**
 * Writes orders with their lines, and holds their stock. Units enough for all are put on sale, of `scarce` skus none. Unless
 * `now` says otherwise they are of tomorrow: on a slow machine a sweep would give up those without a session meanwhile.
 */
export async function insertOrders(
  store: Store,
  orders: readonly PlannedOrder[],
  { scarce = [], now = tomorrow() }: { scarce?: readonly string[]; now?: Date } = {},
): Promise<void> {
  const expires = new Date(now.getTime() + 35 * 60_000)
  await store.insert(
    'Order',
    columns,
    orders.map((order) => orderValues(order, storedTime(now), storedTime(expires))),
  )
  await store.insert(
    'OrderLine',
    ['orderId', 'sku', 'name', 'picture', 'unitAmount', 'quantity'],
    orders.flatMap(({ id, lines }) =>
      lines.map(({ sku, picture, unitAmount, quantity }) => [
        id,
        sku,
        `A ${sku}`,
        picture,
        unitAmount,
        quantity,
      ]),
    ),
  )
  await store.query('UPDATE "Stock" SET "quantity" = 1000000')
  for (const sku of scarce) await store.query('UPDATE "Stock" SET "quantity" = 0 WHERE "sku" = $1', [sku])
  await store.query(`UPDATE "Stock" SET "held" = (SELECT coalesce(sum(l."quantity"), 0) FROM "OrderLine" l
    JOIN "Order" o ON o."id" = l."orderId" WHERE l."sku" = "Stock"."sku" AND o."stock" = 'held')`)
}

function tomorrow(): Date {
  return new Date(Date.now() + 24 * 60 * 60_000)
}

function orderValues(order: PlannedOrder, createdAt: string, expiresAt: string) {
  const { id, token, locale, currency, total, sessionId, stock } = order
  const open = sessionId === null ? 'none' : 'open'
  const session = stock === 'released' ? 'expired' : open
  const attempt = session === 'expired' ? null : `attempt-${id}`
  const offers = JSON.stringify(order.charge.shippingOffers)
  const url = sessionId && `https://pay.example/${sessionId}`
  const fixed = [id, token, `shopper-${id}`, attempt, `order:${id}`, locale, currency, total]
  return fixed.concat([createdAt, expiresAt, sessionId, url, session, stock, offers])
}
