// The one way in which what Stripe says becomes what the shop knows. Webhook, success page and sweep all come here,
// and may come at once, twice and in any order.
import { sellHeldStock } from '#domain/stock/stock-store'
import type { Transaction } from '#prisma/client'
import type { Session } from '#stripe/session'
import { enqueueMails } from './enqueue-mails.ts'
import { mergeFacts, mergeReasons } from './merge-facts.ts'
import type { Order, OrderFacts, ReviewReason, StockState } from './order.ts'
import { lockPaymentIntent } from './payment-intent-store.ts'
import { sessionFacts } from './session-facts.ts'
import { saveFacts, touchOrder } from './settling-store.ts'
import { returnToShelf, takeFromShelf } from './shelf.ts'

interface Telling {
  readonly session: Session
  /** When Stripe said so, by Stripe's clock if it is known. */
  readonly at: Date
  /** Why a person must look at it, beside what the session itself shows. */
  readonly review?: readonly ReviewReason[]
  readonly now?: Date
}

/**
 * Merges what `session` says into its order, moves the stock accordingly and writes down which messages are due, within `tx`.
 * Its first statement is a write. Gives the order as it is now, or null when no order of ours belongs to the session.
 */
export async function settleOrder(
  tx: Transaction,
  { session, at, review: doubts = [], now = new Date() }: Telling,
): Promise<Order | null> {
  const order = session.orderId && (await touchOrder(tx, session.orderId))
  if (!order) return null
  const told = sessionFacts(order, session, at)
  const known = mergeFacts(order, told)
  const facts = { ...known, review: mergeReasons(known.review, doubts) }
  const back = facts.paymentIntentId ? await lockPaymentIntent(tx, facts.paymentIntentId) : {}
  const stock = await moveStock(tx, order, facts)
  const review = stock === 'missing' ? mergeReasons(facts.review, ['stock']) : facts.review
  const settled = { ...order, ...facts, ...back, review, stock, sessionId: order.sessionId ?? session.id }
  await saveFacts(tx, settled)
  await enqueueMails(tx, { before: order, order: settled, told, now })
  if (review.length > order.review.length) console.error('order for review', { orderId: order.id, review })
  return settled
}

// The order row remembers what was done, so each move happens once. Held units go back here only when Stripe says that nobody
// can pay any more; a payment that comes after that takes units anew, and if there are none, says so.
async function moveStock(tx: Transaction, order: Order, facts: OrderFacts): Promise<StockState> {
  const { stock, lines } = order
  if (facts.payment === 'paid') return sellStock(tx, order)
  const isOver = facts.session === 'expired' || facts.review.includes('late') || facts.payment === 'failed'
  if (!isOver || stock !== 'held') return stock
  await returnToShelf(tx, lines)
  return 'released'
}

async function sellStock(tx: Transaction, { stock, lines }: Order): Promise<StockState> {
  if (stock === 'sold' || stock === 'missing') return stock
  if (stock === 'released' && (await takeFromShelf(tx, lines))) return 'missing'
  // Units that an edit by hand took away must not keep a payment from being known: a person looks at it instead.
  const short = await sellHeldStock(tx, lines)
  return short.length > 0 ? 'missing' : 'sold'
}
