import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, mock, test } from 'node:test'
import { type Telling, tell } from '#domain/inbox/test-tellings'
import { stockOf } from '#domain/stock/test-stock'
import { closeDatabase, reader } from '#prisma/client'
import { mergeFacts } from './merge-facts.ts'
import { mergeDisputes, mergeRefunds } from './merge-money-back.ts'
import { type Order, statusOf } from './order.ts'
import { sessionFacts } from './session-facts.ts'
import { lives, permutations } from './test-lives.ts'
import { aPendingOrder, disputeOf, lineOf, mailsOf, readOrder, refundOf, sessionOf } from './test-orders.ts'

mock.method(console, 'error', () => {})
after(closeDatabase)

const beginning = Date.parse('2026-11-20T10:00:00Z')
const timed = Object.entries(lives).map(
  ([life, said]) => [life, said.map((word, minute) => ({ word, at: timeOf(minute) }))] as const,
)

for (const [life, said] of timed) {
  test(`What is known of an order ${life} is the same in each order of ${said.length} tellings, and however often told`, async () => {
    const order = await aPendingOrder()

    const known = new Set(
      permutations(said).map((telling) => JSON.stringify(knownAfter(order, [...telling, ...telling]))),
    )

    assert.equal(known.size, 1, [...known].join('\n'))
  })

  test(`An order ${life} is stored the same in whatever order that is told, and however often`, async () => {
    const outcomes = new Set<string>()

    for (const telling of someOrders(said)) {
      const twice = telling.flatMap((told) => [told, told])
      for (const tellings of [telling, twice]) outcomes.add(await outcomeAfter(tellings))
    }

    assert.equal(outcomes.size, 1, [...outcomes].join('\n'))
  })
}

// All orders of up to three tellings; of more, each telling first once, and all of it backwards.
function someOrders(said: readonly Telling[]): Telling[][] {
  if (said.length <= 3) return permutations(said)
  const turned = said.map((_, first) => [...said.slice(first), ...said.slice(0, first)])
  return [...turned, ...turned.map((telling) => telling.toReversed())]
}

function knownAfter(order: Order, tellings: readonly Telling[]): object {
  const { review, refunds, disputes, ...facts } = tellings.reduce(hear, order)
  const status = statusOf({ ...facts, review, refunds, disputes })
  return { status, facts, review, refunds: refunds.toSorted(byId), disputes: disputes.toSorted(byId) }
}

function hear(order: Order, { word, at }: Telling): Order {
  if ('session' in word) {
    const said = sessionOf(order, word.session)
    return { ...order, ...mergeFacts(order, sessionFacts(order, said, at)) }
  }
  if ('refund' in word) {
    const said = refundOf(order, word.refund)
    return { ...order, refunds: put(order.refunds, said, mergeRefunds) }
  }
  const said = disputeOf(order, word.dispute)
  return { ...order, disputes: put(order.disputes, said, mergeDisputes) }
}

function put<Fact extends { readonly id: string }>(
  known: readonly Fact[],
  said: Fact,
  merge: (a: Fact, b: Fact) => Fact,
): Fact[] {
  const others = known.filter(({ id }) => id !== said.id)
  const same = known.find(({ id }) => id === said.id)
  return [...others, same ? merge(same, said) : said]
}

async function outcomeAfter(tellings: readonly Telling[]): Promise<string> {
  const order = await aPendingOrder()
  for (const told of tellings) await tell(order, told)
  return JSON.stringify(await outcomeOf(order)).replaceAll(order.id, '')
}

async function outcomeOf({ id, token, sessionId, ...order }: Order): Promise<object> {
  const known = await readOrder(token)
  const { session, payment, amountPaid, paidAt, email, customerName, review, stock, refunds, disputes } =
    known
  const row = await reader().order.findUniqueOrThrow({ where: { id }, select: { attempt: true } })
  return {
    status: statusOf(known),
    isSameSession: known.sessionId === sessionId,
    isAttemptOver: row.attempt === null,
    facts: { session, payment, amountPaid, paidAt, email, customerName, review, stock },
    back: { refunds, disputes },
    units: await stockOf(lineOf({ ...known, ...order }).sku),
    mails: await mailsOf(known),
  }
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1
}

function timeOf(minute: number): Date {
  return new Date(beginning + minute * 60_000)
}
