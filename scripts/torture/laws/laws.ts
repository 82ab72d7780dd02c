// Merging is commutative, associative and idempotent; and every life ends alike, whichever of its events comes first.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runToEnd } from '../../../e2e/server.ts'
import { compareRows } from '../compare.ts'
import { freshDatabase } from '../databases.ts'
import { goodsOf, insertOrders } from '../lives/planned-order.ts'
import { progressOf } from '../progress.ts'
import { type Proof, type Setting, type Verdict, verdict } from '../proof.ts'
import { type Expected, foldEvents } from '../reference.ts'
import { foldStatuses } from '../reference-status.ts'
import { shopEnvironment } from '../shops.ts'
import { tryMergeLaws } from './merge-laws.ts'
import { type PermutationPlan, planPermutations } from './plan-permutations.ts'
import type { Taken } from './take-permutations.ts'

export const laws: Proof = {
  name: 'laws',
  what: 'Laws of merging by fast-check; every permutation of every kind of life of up to 7 events, on the database',
  goal: 'no counterexample; rows, mails and statuses equal the reference',
  databases: ['sqlite', 'postgresql'],
  run,
}

async function run(setting: Setting): Promise<Verdict> {
  const { seed, full } = setting
  const runs = full ? 50_000 : 1_000
  const merging = tryMergeLaws({ runs, seed })
  const permuting = await permute(setting, full ? 7 : 4)
  return verdict(`${merging.tried} laws, ${runs} runs each; ${permuting.measured}`, [
    ...merging.problems,
    ...permuting.problems,
  ])
}

async function permute(setting: Setting, longest: number): Promise<Verdict> {
  const store = await freshDatabase(setting, 'permutations')
  const plan: PermutationPlan = { seed: setting.seed, goods: await goodsOf(store), longest }
  const planned = planPermutations(plan)
  const orders = planned.map(({ order }) => order)
  await insertOrders(store, orders)
  const file = join(setting.folder, 'permutations.json')
  writeFileSync(file, JSON.stringify(plan))
  const progress = progressOf('permutations', planned.length)
  const environment = shopEnvironment({ databaseUrl: store.url })
  const output = await runToEnd('scripts/torture/laws/take-permutations.ts', [file], environment)
  const seconds = progress.end()
  const { statuses, errors } = JSON.parse(output.trim().split('\n').at(-1) ?? '') as Taken
  const events = planned.flatMap((life) => life.events)
  const expected = foldEvents(orders, events)
  const problems = [...errors, ...(await compareRows(store, expected)), ...wrongStatuses(expected, statuses)]
  await store.close()
  const kinds = new Set(planned.map(({ kind }) => kind)).size
  return verdict(
    `${planned.length} permutations of ${kinds} kinds of life, ${events.length} events, ${(events.length / seconds).toFixed(0)}/s`,
    problems,
  )
}

function wrongStatuses(expected: Expected, statuses: Taken['statuses']): string[] {
  return [...foldStatuses(expected)]
    .filter(([id, status]) => statuses[id] !== status)
    .map(([id, status]) => `order ${id} is called ${statuses[id]}, must be ${status}`)
}
