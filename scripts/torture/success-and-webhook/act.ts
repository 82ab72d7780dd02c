// A process of the shop's own code, without its server, in which a proof decides what happens next. Takes a plan's file, prints
// what came of it as JSON on the last line.
import { readFileSync } from 'node:fs'
import type { PlannedOrder } from '../lives/planned-order.ts'
import { openStripeGate } from './stripe-gate.ts'

export interface Plan {
  readonly mode: 'steps' | 'statements'
  readonly seed: number
  /** Whether statements are put into every order that there is, before chance has its turn. */
  readonly searches: boolean
  readonly orders: readonly PlannedOrder[]
}

export interface Acted {
  /** What was done, in numbers. */
  readonly done: string
  readonly problems: readonly string[]
}

const plan = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Plan
const gate = await openStripeGate(plan.orders)
// Before the shop's code reads its settings.
process.env.STRIPE_API_BASE = gate.url
const { closeDatabase } = await import('../../../prisma/client.ts')
const acted =
  plan.mode === 'steps'
    ? await (await import('./act-by-steps.ts')).actBySteps(plan, gate)
    : await (await import('./act-by-statements.ts')).actByStatements(plan, gate)
gate.close()
await closeDatabase()
console.log(JSON.stringify(acted satisfies Acted))
process.exit(0)
