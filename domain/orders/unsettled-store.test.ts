import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { putOnSale } from '#domain/catalogue/test-catalogue'
import { closeDatabase, transaction } from '#prisma/client'
import { paymentRanks, sessionRanks } from './order.ts'
import { aPendingOrder } from './test-orders.ts'
import {
  listOrdersStanding,
  listStrandedOrders,
  type OrderPlace,
  type Standing,
  unsettledStandings,
} from './unsettled-store.ts'

const noon = new Date('2026-11-20T12:00:00Z')
const inTheEvening = new Date('2026-11-20T18:00:00Z')
const fromTheBeginning = { before: inTheEvening, after: null, limit: 100 }

after(closeDatabase)
beforeEach(() =>
  transaction(async (tx) => {
    await tx.orderLine.deleteMany()
    await tx.order.deleteMany()
  }),
)

test('An order that is open, or complete and neither paid nor failed, is in exactly one list; any other is in none', async () => {
  for (const session of sessionRanks) {
    for (const payment of paymentRanks) {
      const { id } = await anOrderStanding({ session, payment })
      const isUnsettled =
        session === 'open' || (session === 'complete' && ['none', 'processing'].includes(payment))
      const lists = await listAll()
      assert.equal(lists.filter((one) => one === id).length, isUnsettled ? 1 : 0, `${session}, ${payment}`)
    }
  }
})

test('No list comes before one from which an order can come into it', () => {
  const ranks = unsettledStandings.map(rankOf)
  assert.deepEqual(
    ranks,
    ranks.toSorted((one, other) => one - other),
  )
})

test('Orders come oldest first, those of one moment by id, and each once though a page ends among them', async () => {
  const sku = await putOnSale({ quantity: 100 })
  const placed: OrderPlace[] = []
  for (const minutes of [2, 1, 1, 1, 1, 0]) {
    const at = new Date(noon.getTime() + minutes * 60_000)
    placed.push(await anOrderStanding({ session: 'open', payment: 'none' }, { sku, at }))
  }

  for (const limit of [1, 2, 3, 100]) {
    const walked = await walk(limit, (page) =>
      listOrdersStanding({ session: 'open', payment: 'none' }, { before: inTheEvening, ...page }),
    )
    assert.deepEqual(walked, placed.toSorted(byPlace).map(idOf))
  }
})

test('An order that was placed at the moment itself, or after it, is not listed', async () => {
  for (const opened of [true, false]) await aPendingOrder({ at: noon, opened })
  const standing: Standing = { session: 'open', payment: 'none' }

  for (const [before, expected] of [
    [noon, 0],
    [new Date(noon.getTime() + 1), 1],
  ] as const) {
    const page = { ...fromTheBeginning, before }
    assert.equal((await listOrdersStanding(standing, page)).length, expected)
    assert.equal((await listStrandedOrders(page)).length, expected)
  }
})

test('Only an order that holds stock without a session is stranded, and those come oldest first, each once', async () => {
  const sku = await putOnSale({ quantity: 100 })
  const stranded = []
  for (let orders = 0; orders < 5; orders += 1)
    stranded.push(await aPendingOrder({ sku, opened: false, at: noon }))
  await aPendingOrder({ sku, at: noon })
  const { id } = await aPendingOrder({ sku, opened: false, at: noon })
  await transaction((tx) => tx.order.update({ where: { id }, data: { stock: 'released' } }))

  const walked = await walk(2, (page) => listStrandedOrders({ before: inTheEvening, ...page }))

  assert.deepEqual(walked, stranded.toSorted(byPlace).map(idOf))
})

async function anOrderStanding(
  standing: Standing,
  { sku, at = noon }: { sku?: string; at?: Date } = {},
): Promise<OrderPlace> {
  const { id, createdAt } = await aPendingOrder({ at, ...(sku && { sku }) })
  await transaction((tx) => tx.order.update({ where: { id }, data: { ...standing } }))
  return { id, createdAt }
}

function rankOf({ session, payment }: Standing): number {
  return sessionRanks.indexOf(session) * 10 + paymentRanks.indexOf(payment)
}

async function listAll(): Promise<string[]> {
  const lists = await Promise.all(
    unsettledStandings.map((standing) => listOrdersStanding(standing, fromTheBeginning)),
  )
  return lists.flat().map(idOf)
}

type List = (page: { after: OrderPlace | null; limit: number }) => Promise<OrderPlace[]>

async function walk(limit: number, list: List): Promise<string[]> {
  const walked: OrderPlace[] = []
  while (true) {
    const page = await list({ after: walked.at(-1) ?? null, limit })
    walked.push(...page)
    if (page.length < limit) return walked.map(idOf)
  }
}

function byPlace(one: OrderPlace, other: OrderPlace): number {
  return one.createdAt.getTime() - other.createdAt.getTime() || (one.id < other.id ? -1 : 1)
}

function idOf({ id }: OrderPlace): string {
  return id
}
