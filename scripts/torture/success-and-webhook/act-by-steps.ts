// Every interleaving of the steps of a read-back, a payment and three events, one order after another.
import { readBack } from '../../../domain/orders/read-back.ts'
import { randomOf } from '../random.ts'
import type { Acted, Plan } from './act.ts'
import { eventsOf } from './events-of.ts'
import { allInterleavings, type Step } from './interleavings.ts'
import { receive } from './receive.ts'
import type { StripeGate } from './stripe-gate.ts'

/** Leads each of the plan's orders through the next interleaving; through all of them when there are orders enough. */
export async function actBySteps({ seed, orders }: Plan, gate: StripeGate): Promise<Acted> {
  const all = randomOf(seed).shuffle(allInterleavings())
  const problems: string[] = []
  for (const [number, order] of orders.entries()) {
    const steps = all[number % all.length] ?? []
    const acts = actsOf(order, gate)
    try {
      for (const step of steps) await acts[step]()
    } catch (error) {
      problems.push(`${order.id}, ${steps.join(' ')}: ${String(error)}`)
    }
  }
  const tried = Math.min(all.length, orders.length)
  return { done: `${orders.length} orders in ${tried} of ${all.length} interleavings of steps`, problems }
}

function actsOf(
  order: Plan['orders'][number],
  { hold, pay }: StripeGate,
): Record<Step, () => Promise<unknown> | void> {
  const held = hold(order)
  const events = eventsOf(order)
  let reading: Promise<unknown> = Promise.resolve()
  return {
    pay: () => pay(order),
    find: () => {
      reading = readBack(order.sessionId ?? '')
      return held.asked
    },
    ask: () => held.read(),
    settle: () => {
      held.send()
      return reading
    },
    webhook: () => receive(events.webhook),
    twin: () => receive(events.twin),
    refund: () => receive(events.refund),
  }
}
