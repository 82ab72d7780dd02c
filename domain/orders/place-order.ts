// From a cart to the place where it is paid. The order, its stock and its idempotency key are committed before Stripe
// is asked, so that whatever happens in between, Stripe never holds a session that the shop knows no order of.
import { isDeepStrictEqual } from 'node:util'
import type { CartProblem } from '#domain/cart/cart-problem'
import { findVariants } from '#domain/catalogue/product-store'
import type { StockLine } from '#domain/stock/stock-store'
import { transaction } from '#prisma/client'
import { closeOrder } from './close-order.ts'
import { inTurn } from './in-turn.ts'
import { attemptOf, newOrder, type OrderRequest } from './new-order.ts'
import { takeFromShelf } from './shelf.ts'
import { openSession, type PlacedOrder, refuse, resumeSession } from './open-session.ts'
import { type Quote, quote } from './quote.ts'
import { insertOrder, listRunningOrders, type NewOrder, type RunningOrder } from './order-store.ts'

export type { OrderProblem, PlacedOrder } from './open-session.ts'

const minute = 60_000

interface Asked {
  readonly attempt: string
  readonly shown: number | null
  readonly answer: Promise<PlacedOrder>
}

// What each shopper asked for last and waits for. The same asked again shares the answer, and the failure; a page that shows
// another total does not.
const asked = new Map<string, Asked>()

/**
 * Places an order and opens its Checkout Session: one call to Stripe, and one or two more to close an earlier session. The
 * same shopper asking again for the same cart gets the same session; asking for another cart closes it, so that nobody's own
 * earlier hold stands in their way. Throws DatabaseUnavailable.
 */
export function placeOrder(request: OrderRequest, now?: Date): Promise<PlacedOrder> {
  const { shopper, shown = null } = request
  const attempt = attemptOf(request)
  const last = asked.get(shopper)
  if (last?.attempt === attempt && last.shown === shown) return last.answer
  const answer = inTurn(shopper, () => place({ request, attempt, now: now ?? new Date() })).finally(() => {
    if (asked.get(shopper)?.answer === answer) asked.delete(shopper)
  })
  asked.set(shopper, { attempt, shown, answer })
  return answer
}

interface Turn {
  readonly request: OrderRequest
  readonly attempt: string
  readonly now: Date
}

async function place(turn: Turn): Promise<PlacedOrder> {
  const { request } = turn
  const quoted = await quote(request)
  const { problem } = quoted.priced
  // Only what is sold out may be held by the shopper's own earlier order; a cart that is wrong closes nothing.
  if (problem && problem.code !== 'sold-out') return refuse(problem)
  const running = request.isNewcomer ? [] : await listRunningOrders(request.shopper)
  if (running.length === 0) return placeNew(turn, quoted)
  const answer = await resumeOrClose(turn, { running, quoted })
  return answer ?? placeNew(turn, await quote(request))
}

async function placeNew(turn: Turn, quoted: Quote): Promise<PlacedOrder> {
  if (quoted.priced.problem) return refuse(quoted.priced.problem)
  const order = newOrder({ request: turn.request, quoted, now: turn.now })
  const written = await writeOrder(order)
  if (written === 'written') return openSession(order)
  if (written !== 'running') return refuse(written)
  return place({ ...turn, request: { ...turn.request, isNewcomer: false } })
}

interface Earlier {
  readonly running: readonly RunningOrder[]
  readonly quoted: Quote
}

/** The session of the order that this attempt made before, if it can be paid still; all others are closed. Null: go on. */
async function resumeOrClose(
  { attempt, now }: Turn,
  { running, quoted }: Earlier,
): Promise<PlacedOrder | null> {
  for (const order of running) {
    const same = order.attempt === attempt && isPayable(order, now) && isAsQuoted(order, quoted)
    const resumed = same ? await resumeSession(order, now) : null
    if (resumed) return resumed
    if (!same && !(await closeOrder(order))) return refuse({ code: 'payment-unavailable' })
  }
  return null
}

// Stripe makes no session for less than half an hour, and one with less than five minutes left is not worth sending a
// shopper to.
function isPayable({ sessionUrl, expiresAt }: RunningOrder, now: Date): boolean {
  return expiresAt.getTime() - now.getTime() > (sessionUrl ? 5 : 30) * minute
}

function isAsQuoted({ lines, shippingOffers }: RunningOrder, quoted: Quote): boolean {
  const prices = new Map(quoted.priced.lines.map(({ sku, unitAmount }) => [sku, unitAmount]))
  const isGoods = lines.every(({ sku, unitAmount }) => prices.get(sku) === unitAmount)
  return isGoods && isDeepStrictEqual(shippingOffers, quoted.shippingOffers)
}

// One transaction: the order and all of its stock, or nothing. 'running': a twin in another process was faster.
async function writeOrder(order: NewOrder): Promise<'written' | 'running' | CartProblem> {
  try {
    return await transaction(async (tx) => {
      if (!(await insertOrder(tx, order))) return 'running'
      const short = await takeFromShelf(tx, order.lines)
      if (short) throw new SoldOut(short)
      return 'written'
    })
  } catch (error) {
    if (error instanceof SoldOut) return soldOut(error.line)
    throw error
  }
}

async function soldOut({ sku }: StockLine): Promise<CartProblem> {
  const [variant] = await findVariants([sku])
  return { code: 'sold-out', sku, available: variant?.available ?? 0 }
}

/** Thrown to roll the order back; never leaves this file. */
class SoldOut extends Error {
  readonly line: StockLine

  constructor(line: StockLine) {
    super(`sold out: ${line.sku}`)
    this.line = line
  }
}
