// An hour at Stripe in which shoppers pay, banks take their time, sessions expire, money goes back, and no webhook arrives.
import { type Good, type PlannedOrder, planOrder } from '../lives/planned-order.ts'
import type { StripeEvent } from '../lives/stripe-objects.ts'
import { progressOf } from '../progress.ts'
import type { Random } from '../random.ts'
import type { LocalStripe } from '../shops.ts'
import { type Deed, deeds } from './deeds.ts'

interface Hour {
  readonly stripe: LocalStripe
  readonly count: number
  readonly goods: readonly Good[]
  readonly random: Random
  /** Seconds; the hour begins then. */
  readonly from: number
  /** Called with orders that were placed together, and when. */
  readonly place: (orders: readonly PlannedOrder[], at: Date) => Promise<void>
}

const minutes = 60
const batches = 4

/** Lets the hour pass: orders come four times in it, and each goes its way in the minutes that follow. */
export async function letAnHourPass(hour: Hour): Promise<PlannedOrder[]> {
  const { stripe, count, from, place } = hour
  const orders: PlannedOrder[] = []
  const agenda: Agenda = new Map()
  const progress = progressOf('minutes of the hour', minutes)
  for (let minute = 0; minute < minutes; minute += 1) {
    const now = from + minute * 60
    await stripe.control('clock', { now })
    if (minute % (minutes / batches) === 0) {
      const placed = await openSessions({ ...hour, now, first: orders.length, count: count / batches })
      await place(placed, new Date(now * 1000))
      for (const order of placed) planDeeds({ ...hour, agenda, minute, order, course: orders.push(order) })
    }
    for (const deed of agenda.get(minute) ?? []) await deed()
    progress.at(minute)
  }
  await stripe.control('clock', { now: from + minutes * 60 })
  progress.end()
  return orders
}

type Agenda = Map<number, Deed[]>

interface Planning extends Pick<Hour, 'stripe' | 'random'> {
  readonly agenda: Agenda
  readonly order: PlannedOrder
  /** When it was placed. */
  readonly minute: number
  /** Which course it takes. */
  readonly course: number
}

function planDeeds({ agenda, order, minute, course, stripe, random }: Planning): void {
  const courses = Object.values(deeds)
  let at = minute
  for (const deed of courses[course % courses.length]?.({ stripe, order, random }) ?? []) {
    at = Math.min(minutes - 1, at + random.integer(0, 10))
    agenda.set(at, [...(agenda.get(at) ?? []), deed])
  }
}

interface Opening extends Pick<Hour, 'stripe' | 'goods' | 'random'> {
  readonly now: number
  readonly first: number
  readonly count: number
}

async function openSessions({ stripe, goods, random, now, first, count }: Opening): Promise<PlannedOrder[]> {
  const orders: PlannedOrder[] = []
  for (let number = first; number < first + count; number += 1) {
    const planned = planOrder(number, goods, random)
    const { id } = (await stripe.call('/v1/checkout/sessions', sessionFields(planned, now))) as { id: string }
    orders.push({ ...planned, sessionId: id })
  }
  return orders
}

function sessionFields(order: PlannedOrder, now: number): Record<string, string> {
  const lines = order.lines.flatMap(({ sku, unitAmount, quantity }, index) => [
    [`line_items[${index}][quantity]`, String(quantity)],
    [`line_items[${index}][price_data][currency]`, order.currency],
    [`line_items[${index}][price_data][unit_amount]`, String(unitAmount)],
    [`line_items[${index}][price_data][product_data][name]`, sku],
  ])
  const shipping = order.charge.shippingOffers.flatMap(({ name, amount }, index) => [
    [`shipping_options[${index}][shipping_rate_data][type]`, 'fixed_amount'],
    [`shipping_options[${index}][shipping_rate_data][display_name]`, name],
    [`shipping_options[${index}][shipping_rate_data][fixed_amount][currency]`, order.currency],
    [`shipping_options[${index}][shipping_rate_data][fixed_amount][amount]`, String(amount)],
  ])
  return {
    mode: 'payment',
    'shipping_address_collection[allowed_countries][0]': 'DE',
    client_reference_id: order.id,
    success_url: 'https://shop.example/success?session_id={CHECKOUT_SESSION_ID}',
    cancel_url: 'https://shop.example/cancel',
    expires_at: String(now + 35 * 60),
    ...(Object.fromEntries([...lines, ...shipping]) as Record<string, string>),
  }
}

/** All events that Stripe has made, newest first. */
export async function listEvents(stripe: LocalStripe): Promise<StripeEvent[]> {
  const events: StripeEvent[] = []
  for (let more = true; more;) {
    const after = events.at(-1)?.id
    const page = (await stripe.call(`/v1/events?limit=100${after ? `&starting_after=${after}` : ''}`)) as {
      data: StripeEvent[]
      has_more: boolean
    }
    events.push(...page.data)
    more = page.has_more
  }
  return events
}
