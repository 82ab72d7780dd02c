// Reads what is stored and tells every difference from what the reference says must be.
import { type Row, type Store, timeOf, type Value } from './databases.ts'
import type { Expected } from './reference.ts'
import type { ExpectedCharge } from './reference-charge.ts'
import type { ExpectedClaim } from './reference-claims.ts'
import type { ExpectedOrder } from './reference-order.ts'

/** Every difference, one line each; none: the rows are equal. `kept`: events that cannot be applied and must be waiting. */
export async function compareRows(
  store: Store,
  expected: Expected,
  kept: ReadonlySet<string> = new Set(),
): Promise<string[]> {
  const inbox = new Map([...expected.inbox, ...[...kept].map((id) => [id, 'kept'] as const)])
  return [
    ...differences('order', expected.orders, await readOrders(store)),
    ...differences('refund', expected.refunds, await readClaims(store, 'Refund')),
    ...differences('dispute', expected.disputes, await readClaims(store, 'Dispute')),
    ...differences('stock of', withoutZero(expected.stock), withoutZero(await readStock(store))),
    ...differences('event', inbox, await readInbox(store)),
    ...differences('mail', asMap(expected.mails), asMap(await readMails(store))),
  ]
}

function differences(
  what: string,
  expected: ReadonlyMap<string, unknown>,
  stored: ReadonlyMap<string, unknown>,
): string[] {
  const ids = new Set([...expected.keys(), ...stored.keys()])
  return [...ids].flatMap((id) => {
    const [wanted, is] = [fieldsOf(expected.get(id)), fieldsOf(stored.get(id))]
    const names = [...new Set([...wanted.keys(), ...is.keys()])].filter(
      (name) => wanted.get(name) !== is.get(name),
    )
    return names.map(
      (name) =>
        `${what} ${id}${name}: ${is.get(name) ?? 'not there'}, must be ${wanted.get(name) ?? 'not there'}`,
    )
  })
}

function fieldsOf(value: unknown): Map<string, string> {
  if (value === undefined) return new Map()
  if (typeof value !== 'object' || value === null) return new Map([['', JSON.stringify(value)]])
  return new Map(Object.entries(value).map(([name, field]) => [` ${name}`, JSON.stringify(field)]))
}

/** The orders as they are stored, in the reference's words. */
export async function readOrders(store: Store): Promise<Map<string, ExpectedOrder>> {
  const rows = await store.query('SELECT * FROM "Order"')
  return new Map(rows.map((row) => [String(row['id']), orderOf(row)]))
}

function orderOf(row: Row): ExpectedOrder {
  return {
    session: String(row['session']),
    payment: String(row['payment']),
    sessionId: textOf(row['sessionId']),
    paymentIntentId: textOf(row['paymentIntentId']),
    amountPaid: row['amountPaid'] === null ? null : Number(row['amountPaid']),
    paidAt: timeOf(row['paidAt']),
    email: textOf(row['email']),
    customerName: textOf(row['customerName']),
    ...chargeOf(row),
    review: String(row['review']),
    stock: String(row['stock']),
  }
}

function chargeOf(row: Row): ExpectedCharge {
  const columns = ['amountSubtotal', 'amountDiscount', 'amountShipping', 'amountTax', 'amountTotal']
  const amounts = columns.map((name) => row[name] ?? null)
  const address = jsonOf(row['shippingAddress'])
  const presentment = jsonOf(row['presentment'])
  return {
    amounts: amounts.includes(null) ? null : amounts.map(Number),
    shippingName: textOf(row['shippingName']),
    shippedTo: address && [address['name'], address['line1'], address['country']].join(', '),
    presentment: presentment && `${String(presentment['amount'])} ${String(presentment['currency'])}`,
  }
}

function jsonOf(value: Value | undefined): Record<string, unknown> | null {
  const text = textOf(value)
  return text === null ? null : (JSON.parse(text) as Record<string, unknown>)
}

async function readClaims(store: Store, table: 'Refund' | 'Dispute'): Promise<Map<string, ExpectedClaim>> {
  const rows = await store.query(`SELECT * FROM "${table}"`)
  return new Map(
    rows.map((row) => [
      String(row['id']),
      {
        paymentIntentId: String(row['paymentIntentId']),
        amount: Number(row['amount']),
        currency: String(row['currency']),
        status: String(row['status']),
        createdAt: timeOf(row['createdAt']) ?? 0,
      },
    ]),
  )
}

type Units = { readonly held: number; readonly sold: number }

async function readStock(store: Store): Promise<Map<string, Units>> {
  const rows = await store.query('SELECT "sku", "held", "sold" FROM "Stock"')
  return new Map(rows.map(({ sku, held, sold }) => [String(sku), { held: Number(held), sold: Number(sold) }]))
}

function withoutZero(stock: ReadonlyMap<string, Units>): Map<string, Units> {
  return new Map([...stock].filter(([, { held, sold }]) => held !== 0 || sold !== 0))
}

async function readInbox(store: Store): Promise<Map<string, string>> {
  const rows = await store.query('SELECT "id", "state" FROM "InboxEvent"')
  return new Map(rows.map(({ id, state }) => [String(id), isWaiting(state) ? 'kept' : String(state)]))
}

function isWaiting(state: Value | undefined): boolean {
  return state === 'pending' || state === 'parked'
}

async function readMails(store: Store): Promise<string[]> {
  const rows = await store.query('SELECT "orderId", "kind" FROM "OutboxMail"')
  return rows.map(({ orderId, kind }) => `${orderId} ${kind}`)
}

function asMap(list: Iterable<string>): Map<string, true> {
  return new Map([...list].map((one) => [one, true]))
}

function textOf(value: Value | undefined): string | null {
  return value === null || value === undefined ? null : String(value)
}
