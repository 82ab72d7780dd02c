// One shopper, one cart, and everything in the way: they click until each fault has been met, and once more when all is well.
import { randomBytes } from 'node:crypto'
import { payWithCard } from '../../../local-stripe/testing/pay.ts'
import type { Kill } from '../kills/plan.ts'
import { click, type Clicked } from './click.ts'
import type { Fault } from './faulty-proxy.ts'
import type { Lane } from './lane.ts'

export interface Trial {
  readonly faults: readonly Fault[]
  /** What is not saved is a 409 and not a 500. */
  readonly isConflict: boolean
  /** Where the shop is killed during which click, counted from 0. */
  readonly kills: ReadonlyMap<number, Kill>
  readonly pays: boolean
  readonly item: { readonly sku: string; readonly quantity: number }
}

export interface Tried {
  readonly clicks: number
  readonly killed: number
  readonly slowestMs: number
  /** Whether what was shown was paid. */
  readonly paid: boolean
  readonly problems: readonly string[]
}

const mostClicks = 12

/** Lets one shopper try to buy. */
export async function tryToBuy(lane: Lane, trial: Trial): Promise<Tried> {
  const { proxy } = lane
  const cookie = `shopper=${randomBytes(16).toString('base64url')}`
  const clicks: Clicked[] = []
  const clickWith = async (kill: Kill | null) => {
    const clicked = await click(lane, { cookie, item: trial.item, kill })
    clicks.push(clicked)
    return clicked
  }
  proxy.breakNext(trial.faults, trial)
  while (proxy.left() > 0 && clicks.length < mostClicks)
    await clickWith(trial.kills.get(clicks.length) ?? null)
  const unmet = proxy.left()
  proxy.breakNext([])
  const atLast = await clickWith(null)
  const again = await clickWith(null)
  const problems = [...clicks.flatMap(({ problem }) => problem ?? []), ...judge(clicks, { atLast, again })]
  if (unmet > 0) problems.push(`${unmet} faults were not met within ${mostClicks} clicks`)
  if (trial.pays && again.session) await payWithCard(again.session)
  return {
    clicks: clicks.length,
    killed: clicks.filter(({ killed }) => killed).length,
    slowestMs: Math.max(...clicks.map(({ ms }) => ms)),
    paid: trial.pays && again.session !== null,
    problems: problems.map((problem) => `[${trial.faults.join(' ')}] ${killsOf(trial)}${problem}`),
  }
}

function judge(clicks: readonly Clicked[], { atLast, again }: { atLast: Clicked; again: Clicked }): string[] {
  const shown = new Set(clicks.flatMap(({ session }) => session?.id ?? []))
  const problems: string[] = []
  if (shown.size > 1) problems.push(`${shown.size} sessions were shown: ${[...shown].join(', ')}`)
  if (!atLast.session) problems.push('when all was well again the same click did not lead to a payment page')
  else if (atLast.session.id !== again.session?.id)
    problems.push('a second click did not lead to the same page')
  return problems
}

function killsOf({ kills }: Trial): string {
  return [...kills]
    .map(([index, { when, point }]) => `killed in click ${index + 1} ${when} ${point}: `)
    .join('')
}
