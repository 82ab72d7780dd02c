// What is delivered: lives of all kinds, what Stripe sends beside them, what is nobody's and what is broken; each event up to
// five times, each time late in its own way.
import { lives } from '../lives/lives.ts'
import { type Good, type PlannedOrder, planOrder } from '../lives/planned-order.ts'
import { refundOf, sessionOf, type StripeEvent } from '../lives/stripe-objects.ts'
import { type Teller, tellerOf } from '../lives/teller.ts'
import { type Random, randomOf } from '../random.ts'

export interface DeliveryPlan {
  readonly orders: readonly PlannedOrder[]
  readonly events: readonly StripeEvent[]
  /** Events that cannot be applied. */
  readonly broken: readonly StripeEvent[]
  /** What is posted, in this order. */
  readonly bodies: readonly string[]
  readonly scarce: readonly string[]
}

interface Size {
  readonly seed: number
  readonly orders: number
  readonly deliveries: number
  readonly goods: readonly Good[]
}

const mostDeliveries = 5
const threeDays = 3 * 86_400

/** Plans it from the seed. The last of `goods` is sold out: late payments for it find nothing. */
export function planDeliveries({ seed, orders: count, deliveries, goods }: Size): DeliveryPlan {
  const random = randomOf(seed).fork('deliveries')
  const plan = { orders: [] as PlannedOrder[], events: [] as StripeEvent[], broken: [] as StripeEvent[] }
  const kinds = Object.keys(lives)
  for (let number = 0; number < count; number += 1) {
    const tell = tellerOf(orderOf(number, { goods, kinds, random }), random)
    plan.orders.push(tell.order)
    plan.events.push(...wholeLife(tell, kinds[number % kinds.length] ?? ''))
    if (random.chance(0.1)) plan.events.push(...strangers(tell))
    if (random.chance(0.03)) plan.broken.push(...broken(tell))
  }
  const bodies = schedule([...plan.events, ...plan.broken], deliveries, random)
  return { ...plan, bodies, scarce: soldOut(goods).map(({ sku }) => sku) }
}

function soldOut(goods: readonly Good[]): readonly Good[] {
  return goods.slice(-1)
}

// Some orders whose maker died before it wrote the session down; and some that expired, were sold to others, and are paid late.
function orderOf(
  number: number,
  { goods, kinds, random }: { goods: readonly Good[]; kinds: readonly string[]; random: Random },
): PlannedOrder {
  const order = planOrder(number, goods.slice(0, -1), random)
  const kind = kinds[number % kinds.length] ?? ''
  const hasOneSession = !kind.includes('second') && !kind.includes('twice') && kind !== 'every mishap'
  if (hasOneSession && random.chance(0.05)) return { ...order, sessionId: null }
  if (kind !== 'paid after it expired' || random.chance(0.5)) return order
  const [line] = planOrder(number, soldOut(goods), random).lines
  const unit = line && { ...line, unitAmount: 100, quantity: 1 }
  return {
    ...order,
    stock: 'released',
    total: order.total + 100,
    lines: [...order.lines, ...(unit ? [unit] : [])],
  }
}

function wholeLife(tell: Teller, kind: string): StripeEvent[] {
  const { random } = tell
  const told = lives[kind]?.(tell) ?? []
  const twins = told.filter(() => random.chance(0.3)).map((event) => tell.twin(event))
  const others = beside.filter(() => random.chance(0.4)).map((type) => tell.event(type, besideOf(type, tell)))
  return [...told, ...twins, ...others]
}

const beside = [
  'payment_intent.created',
  'payment_intent.succeeded',
  'payment_intent.payment_failed',
  'charge.succeeded',
  'charge.refunded',
  'customer.created',
  'some.thing_of_next_year',
]

function besideOf(type: string, { order }: Teller) {
  const object = type.split('.')[0] ?? ''
  return {
    id: `${object}_${order.id}`,
    object,
    livemode: false,
    amount: order.total,
    payment_intent: `pi_${order.id}`,
  }
}

// Of another shop on the same account, of the Dashboard, of a time before payment intents.
function strangers(tell: Teller): StripeEvent[] {
  const { order } = tell
  const other = { id: `cs_test_other_${order.id}` }
  const money = { amount: 500, currency: 'usd', status: 'succeeded', created: 1_793_491_200 }
  return [
    tell.event(
      'checkout.session.completed',
      sessionOf(order, { ...other, client_reference_id: `not-${order.id}` }),
    ),
    tell.event('checkout.session.completed', sessionOf(order, { ...other, client_reference_id: null })),
    tell.event(
      'refund.created',
      refundOf({ ...money, id: `re_other_${order.id}`, intent: `pi_other_${order.id}` }),
    ),
    tell.event('refund.created', refundOf({ ...money, id: `re_old_${order.id}`, intent: null })),
  ]
}

function broken(tell: Teller): StripeEvent[] {
  const { status: _status, ...withoutStatus } = sessionOf(tell.order)
  const { amount: _amount, ...withoutAmount } = tell.refundJson('succeeded')
  return [
    tell.event('checkout.session.completed', withoutStatus),
    tell.event('checkout.session.expired', { ...sessionOf(tell.order), payment_status: 'half' }),
    tell.event('refund.created', { ...withoutAmount, id: `re_broken_${tell.order.id}` }),
  ]
}

// Half of the deliveries come at once, the others up to three days late: an event of the end may come before one of the
// beginning, and a repetition long after both.
function schedule(events: readonly StripeEvent[], deliveries: number, random: Random): string[] {
  const times = events.map(() => 1)
  for (let left = deliveries - events.length; left > 0;) {
    const index = random.integer(0, events.length - 1)
    if ((times[index] ?? 0) >= mostDeliveries) continue
    times[index] = (times[index] ?? 0) + 1
    left -= 1
  }
  const due = events.flatMap((event, index) =>
    Array.from({ length: times[index] ?? 1 }, () => ({
      event,
      at: event.created + (random.chance(0.5) ? 0 : random.integer(0, threeDays)) + random.next(),
    })),
  )
  const bodies = new Map(events.map((event) => [event, JSON.stringify(event)]))
  return due.toSorted((a, b) => a.at - b.at).map(({ event }) => bodies.get(event) ?? '')
}
