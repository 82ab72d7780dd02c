// Every order in which the events of a life can come, for every kind of life; each order of events happens to an order of its own.
import { lives } from '../lives/lives.ts'
import { type Good, type PlannedOrder, planOrder } from '../lives/planned-order.ts'
import type { StripeEvent } from '../lives/stripe-objects.ts'
import { tellerOf } from '../lives/teller.ts'
import { randomOf } from '../random.ts'

export interface Permuted {
  readonly order: PlannedOrder
  readonly kind: string
  /** As they come. */
  readonly events: readonly StripeEvent[]
}

export interface PermutationPlan {
  readonly seed: number
  readonly goods: readonly Good[]
  /** Of lives of so many events all permutations, of longer ones as many as of one of so many, by chance. */
  readonly longest: number
}

/** All of them; the same for the same plan. */
export function planPermutations({ seed, goods, longest }: PermutationPlan): Permuted[] {
  const random = randomOf(seed).fork('permutations')
  const planned: Permuted[] = []
  for (const [kind, tell] of Object.entries(lives)) {
    const length = tell(tellerOf(planOrder(0, goods, randomOf(seed)), randomOf(seed))).length
    const all = permutations(length)
    const taken = length <= longest ? all : random.shuffle(all).slice(0, factorial(longest))
    for (const permutation of taken) {
      const order = planOrder(planned.length, goods, random)
      const told = tell(tellerOf(order, random))
      planned.push({ order, kind, events: permutation.flatMap((index) => told.slice(index, index + 1)) })
    }
  }
  return planned
}

function permutations(length: number): number[][] {
  if (length === 0) return [[]]
  return permutations(length - 1).flatMap((rest) =>
    Array.from({ length }, (_, at) => [...rest.slice(0, at), length - 1, ...rest.slice(at)]),
  )
}

function factorial(number: number): number {
  return number <= 1 ? 1 : number * factorial(number - 1)
}
