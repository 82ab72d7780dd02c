// A process of the shop's own code, without its server: takes every permutation of a plan's file and prints, as JSON on the
// last line, what each order is called in the end.
import { readFileSync } from 'node:fs'
import { receiveEvent } from '../../../domain/inbox/receive-event.ts'
import { statusOf } from '../../../domain/orders/order.ts'
import { findOrder } from '../../../domain/orders/order-store.ts'
import { closeDatabase } from '../../../prisma/client.ts'
import { signatureOf } from '../deliver.ts'
import { webhookSecret } from '../shops.ts'
import { type PermutationPlan, planPermutations } from './plan-permutations.ts'

export interface Taken {
  /** Status by order. */
  readonly statuses: Readonly<Record<string, string>>
  readonly errors: readonly string[]
}

const workers = 8
const left = planPermutations(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as PermutationPlan)
const statuses: Record<string, string> = {}
const errors: string[] = []
await Promise.all(Array.from({ length: workers }, work))
await closeDatabase()
console.log(JSON.stringify({ statuses, errors } satisfies Taken))

async function work(): Promise<void> {
  for (let next = left.pop(); next; next = left.pop()) {
    const { order, kind, events } = next
    try {
      for (const event of events) await take(JSON.stringify(event))
      const settled = await findOrder(order.id)
      if (settled) statuses[order.id] = statusOf(settled)
    } catch (error) {
      errors.push(`${kind}, ${events.map(({ type }) => type).join(' ')}: ${String(error)}`)
    }
  }
}

async function take(body: string): Promise<void> {
  const received = await receiveEvent({ body, signature: signatureOf(body, webhookSecret) })
  if (received !== 'stored') throw new Error(received)
}
