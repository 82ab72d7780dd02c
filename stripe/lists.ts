// What Stripe has made since a time, a page of a hundred at a time and the newest first, as Stripe lists it. What is merged
// from them is the same in any order. https://docs.stripe.com/api/pagination
import { stripe } from './client.ts'
import { type Dispute, parseDispute } from './dispute.ts'
import type { PacedCalls } from './paced-calls.ts'
import { parseRefund, type Refund } from './refund.ts'
import { parseSession, type Session } from './session.ts'
import { describeStripeError, stripeFailure } from './stripe-failure.ts'
import { parseWebhookEvent, type WebhookEvent } from './webhook-event.ts'

/** Stripe has not answered, however often it was asked: the rest of the list is not known. */
export class StripeSilent extends Error {
  override name = 'StripeSilent'
}

/** Stripe refuses to list, as to a key that may not read it. The message says why and holds no secret. */
export class StripeRefused extends Error {
  override name = 'StripeRefused'
}

/** One object of a list; null when it is not of the form that the shop knows, which is told to the log. */
export type Listed<Item> = Item | null

export type Pages<Item> = AsyncGenerator<readonly Listed<Item>[]>

/** An event as Stripe lists it, with what is stored of it. */
export interface ListedEvent {
  readonly event: WebhookEvent
  readonly payload: string
}

interface Since {
  readonly since: Date
  readonly calls: PacedCalls
}

/**
 * Events of these types, 20 at most, that at least one endpoint has not taken: not yet, or never. Stripe lists the last 30
 * days. Throws StripeSilent or StripeRefused.
 * https://docs.stripe.com/webhooks/process-undelivered-events
 */
export function listUndeliveredEvents({
  types,
  ...since
}: Since & { types: readonly string[] }): Pages<ListedEvent> {
  const only = { types: [...types], delivery_success: false }
  return pages(since, (page) => stripe().events.list({ ...page, ...only }), readEvent)
}

/** Checkout Sessions, each with its payment intent, which alone knows that a bank said no. Throws as the events do. */
export function listSessions(since: Since): Pages<Session> {
  const expand = ['data.payment_intent']
  return pages(since, (page) => stripe().checkout.sessions.list({ ...page, expand }), parseSession)
}

/** Refunds. Throws as the events do. https://docs.stripe.com/api/refunds/list */
export function listRefunds(since: Since): Pages<Refund> {
  return pages(since, (page) => stripe().refunds.list(page), parseRefund)
}

/** Disputes. Throws as the events do. https://docs.stripe.com/api/disputes/list */
export function listDisputes(since: Since): Pages<Dispute> {
  return pages(since, (page) => stripe().disputes.list(page), parseDispute)
}

interface PageParams {
  limit: number
  created: { gte: number }
  starting_after?: string
}

interface Page {
  readonly data: readonly { readonly id: string }[]
  readonly has_more: boolean
}

async function* pages<Item>(
  { since, calls }: Since,
  list: (params: PageParams) => Promise<Page>,
  parse: (json: unknown) => Item,
): Pages<Item> {
  const params: PageParams = { limit: 100, created: { gte: Math.floor(since.getTime() / 1000) } }
  while (true) {
    const { data, has_more: hasMore } = await insist(calls, () => list(params))
    yield data.map((json) => readItem(json, parse))
    const last = data.at(-1)
    if (!hasMore || !last) return
    params.starting_after = last.id
  }
}

// A page that gets no answer is asked for again: one lost answer in a long list must not cost the rest of it.
async function insist(calls: PacedCalls, list: () => Promise<Page>): Promise<Page> {
  while (!calls.isSilent) {
    const page = await calls.ask(() => answerOf(list))
    if (page !== 'unanswered') return page
  }
  throw new StripeSilent('Stripe does not answer')
}

async function answerOf(list: () => Promise<Page>): Promise<Page | 'unanswered'> {
  try {
    return await list()
  } catch (error) {
    const described = describeStripeError(error)
    if (stripeFailure(error) !== 'unavailable') throw new StripeRefused(JSON.stringify(described))
    console.error('stripe: call failed', described)
    return 'unanswered'
  }
}

function readItem<Item>(json: { id: string }, parse: (json: unknown) => Item): Listed<Item> {
  try {
    return parse(json)
  } catch (error) {
    console.error('stripe: listed object cannot be read', { id: json.id, error: String(error) })
    return null
  }
}

function readEvent(json: unknown): ListedEvent {
  const payload = JSON.stringify(json)
  const event = parseWebhookEvent(payload)
  if (!event) throw new Error('not an event')
  return { event, payload }
}
