// After the last kill: time passes until every session is over, the shop sweeps, and every row must be what Stripe's events make it.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { compareRows } from '../compare.ts'
import { openStore, type Store } from '../databases.ts'
import type { PlannedOrder } from '../lives/planned-order.ts'
import { foldEvents } from '../reference.ts'
import type { LocalStripe } from '../shops.ts'
import { type Place, startAt } from './keep-killing.ts'
import type { Ledger } from './ledger.ts'
import { lookAfterKill } from './look-after-kill.ts'
import type { Redelivery } from './redelivery.ts'

const minutesAhead = 36

interface Ending {
  readonly place: Place
  readonly stripe: LocalStripe
  readonly redelivery: Redelivery
  readonly ledger: Ledger
}

export interface LastLook {
  readonly orders: number
  readonly paid: number
  readonly mails: number
  readonly problems: readonly string[]
}

/** Lets the time pass, starts the shop a last time, waits until it is at rest, and compares. */
export async function lookAtLast(ending: Ending): Promise<LastLook> {
  const { place, stripe, redelivery, ledger } = ending
  await stripe.control('clock/advance', { seconds: minutesAhead * 60 })
  // Whatever is asked of Stripe wakes its clock: sessions expire.
  await stripe.call('/v1/checkout/sessions?limit=1')
  redelivery.ahead = minutesAhead * 60
  const shop = await startAt(place, { TORTURE_AHEAD: String(minutesAhead * 60_000) })
  const store = await openStore(place.databaseUrl)
  try {
    await redelivery.allTaken(120)
    const restless = await untilAtRest(store)
    await redelivery.stop()
    return { ...(await compare(store, ending)), ...(restless && { problems: [restless] }) }
  } finally {
    await store.close()
    await shop.stop()
    ledger.problems.push(...(await lookAfterKill(place, ledger)))
  }
}

// Gives what is still to be done when nothing has been done for long.
async function untilAtRest(store: Store): Promise<string | null> {
  const deadline = Date.now() + 90_000
  while (true) {
    const left = await leftToDo(store)
    if (left === null || Date.now() > deadline) return left && `90 s after the last event: ${left}`
    await pause(200)
  }
}

async function leftToDo(store: Store): Promise<string | null> {
  const counts = await store.query(`
    SELECT (SELECT count(*) FROM "Order" WHERE "stock" = 'held') AS "orders that hold stock",
      (SELECT count(*) FROM "Stock" WHERE "held" <> 0) AS "skus held",
      (SELECT count(*) FROM "InboxEvent" WHERE "state" NOT IN ('applied', 'ignored')) AS "events kept",
      (SELECT count(*) FROM "OutboxMail" WHERE "state" <> 'sent') AS "messages not sent"`)
  const left = Object.entries(counts[0] ?? {}).filter(([, count]) => Number(count) > 0)
  return left.length === 0 ? null : left.map(([what, count]) => `${count} ${what}`).join(', ')
}

async function compare(store: Store, { place, redelivery }: Ending): Promise<LastLook> {
  const orders = await ordersOf(store, redelivery)
  const expected = foldEvents(orders, redelivery.events)
  const problems = await compareRows(store, expected)
  const folder = join(place.folder, 'mail')
  const mails = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.eml')) : []
  if (mails.length !== expected.mails.size)
    problems.push(`${mails.length} messages lie in the folder, ${expected.mails.size} were due`)
  const paid = [...expected.orders.values()].filter(({ payment }) => payment === 'paid').length
  return { orders: orders.length, paid, mails: mails.length, problems }
}

// What was ordered, from the shop's own rows; what became of it is not read here. An order that no event tells of never had a
// session that anybody could pay.
async function ordersOf(store: Store, { events }: Redelivery): Promise<PlannedOrder[]> {
  const told = new Set(events.map(({ data }) => data.object['client_reference_id']))
  const lines = Map.groupBy(
    await store.query('SELECT * FROM "OrderLine" ORDER BY "sku"'),
    (line) => line['orderId'],
  )
  return (await store.query('SELECT * FROM "Order"')).map((row) => ({
    id: String(row['id']),
    token: String(row['token']),
    locale: row['locale'] === 'en' ? 'en' : 'zh-CN',
    currency: String(row['currency']),
    total: Number(row['total']),
    charge: {
      shippingOffers: JSON.parse(String(row['shippingOffers'])) as PlannedOrder['charge']['shippingOffers'],
      chosen: null,
      discount: 0,
      tax: 0,
      addsTax: false,
    },
    sessionId: null,
    email: '',
    customerName: '',
    stock: told.has(row['id']) ? 'held' : 'released',
    lines: (lines.get(row['id'] ?? null) ?? []).map((line) => ({
      sku: String(line['sku']),
      picture: String(line['picture']),
      unitAmount: Number(line['unitAmount']),
      quantity: Number(line['quantity']),
    })),
  }))
}
