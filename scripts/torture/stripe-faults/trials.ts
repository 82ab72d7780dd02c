// Every combination of the faults, each in an order of its own, half of them with kills between the steps.
import type { Kill } from '../kills/plan.ts'
import type { Random } from '../random.ts'
import { faults } from './faulty-proxy.ts'
import type { Trial } from './one-shopper.ts'

const steps: readonly Kill[] = [
  { point: 'order commit', when: 'before', occurrence: 1 },
  { point: 'order commit', when: 'after', occurrence: 1 },
  { point: 'stripe request', when: 'after', occurrence: 1 },
  { point: 'stripe answer', when: 'after', occurrence: 1 },
  { point: 'session commit', when: 'before', occurrence: 1 },
  { point: 'session commit', when: 'after', occurrence: 1 },
  { point: 'checkout answer', when: 'before', occurrence: 1 },
]

export const skus = ['gaiwan', 'chopsticks', 'cedar-pencils', 'rice-bowl'] as const

/** One trial for each of the 256 combinations in full, for `count` of them otherwise. */
export function planTrials(random: Random, count: number): Trial[] {
  const all = Array.from({ length: 2 ** faults.length }, (_, set) => set)
  const sets = random.shuffle(all).slice(0, count)
  const killed = new Set(random.shuffle(sets.map((_, index) => index)).slice(0, Math.floor(sets.length / 2)))
  return sets.map((set, index) => ({
    faults: random.shuffle(faults.filter((_, bit) => set & (1 << bit))),
    isConflict: random.chance(0.5),
    kills: killed.has(index) ? planKills(random) : new Map(),
    pays: random.chance(0.4),
    item: { sku: random.pick(skus), quantity: random.integer(1, 3) },
  }))
}

function planKills(random: Random): Map<number, Kill> {
  const kills = new Map([[random.integer(0, 1), random.pick(steps)]])
  if (random.chance(0.4)) kills.set(random.integer(0, 3), random.pick(steps))
  return kills
}
