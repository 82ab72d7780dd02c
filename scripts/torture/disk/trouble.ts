// One kind of trouble, made and ended several times under a shop that goes on running.
import { setTimeout as pause } from 'node:timers/promises'
import { openStore } from '../databases.ts'
import type { Ledger } from '../kills/ledger.ts'
import { findMissing } from '../kills/look-after-kill.ts'
import type { Shop } from '../shops.ts'
import type { Probe, Prober } from './prober.ts'

export interface Trouble {
  readonly name: string
  readonly times: number
  readonly lastsMs: number
  /** Whether not one write can succeed while it lasts. */
  readonly refusesAll: boolean
  /** Whether the database can be read while it lasts. */
  readonly readable: boolean
  /** Whether waiting for it to end must stop nothing else. */
  readonly answersMeanwhile: boolean
  /** Begins it. Gives what ends it, which gives null, or why there was none. */
  readonly begin: () => Promise<() => Promise<string | null>>
}

export interface Shaken {
  readonly shop: Shop
  readonly databaseUrl: string
  readonly ledger: Ledger
  readonly prober: Prober
}

export interface Endured {
  readonly measured: string
  readonly problems: readonly string[]
}

const longestAnswerMs = 10_000
const longestRecoveryMs = 10_000
// Where waiting might stop the whole process.
const longestGapMs = 2_000

/** Puts the shop through it. The shop must be well when it begins. */
export async function endure(trouble: Trouble, shaken: Shaken): Promise<Endured> {
  const { prober, shop } = shaken
  const from = performance.now()
  const rounds: Round[] = []
  for (let time = 0; time < trouble.times; time += 1) rounds.push(await oneRound(trouble, shaken))
  const during = prober.probes.filter(({ answeredAt }) => answeredAt >= from)
  const problems = [...rounds.flatMap((round) => round.problems), ...badAnswers(during)]
  const gap = longestGap(during)
  if (trouble.answersMeanwhile && gap > longestGapMs)
    problems.push(`the shop stood still for ${Math.round(gap)} ms`)
  if (shop.ended()) problems.push('the shop ended')
  problems.push(...(await lostPromises(shaken)))
  return {
    measured: [
      `${trouble.name} ${trouble.times}×: ${rounds.reduce((sum, { refused }) => sum + refused, 0)} × 503`,
      `longest standstill ${Math.round(gap)} ms`,
      `well again within ${Math.round(Math.max(...rounds.map(({ recoveryMs }) => recoveryMs)))} ms`,
    ].join(', '),
    problems: problems.map((problem) => `${trouble.name}: ${problem}`),
  }
}

// Through a connection of its own: one that was open may have broken.
async function lostPromises({ databaseUrl, ledger }: Shaken): Promise<string[]> {
  const store = await openStore(databaseUrl)
  try {
    return await findMissing(store, ledger)
  } finally {
    await store.close()
  }
}

interface Round {
  readonly refused: number
  readonly recoveryMs: number
  readonly problems: readonly string[]
}

async function oneRound(trouble: Trouble, { prober }: Shaken): Promise<Round> {
  const end = await trouble.begin()
  const began = performance.now()
  await pause(trouble.lastsMs)
  const ending = performance.now()
  const why = await end()
  const ended = performance.now()
  const within = prober.probes.filter(({ sentAt, answeredAt }) => sentAt > began && answeredAt < ending)
  const recoveryMs = await untilWell(prober, ended)
  const refused = prober.probes.filter(
    ({ sentAt, status }) => sentAt > began && sentAt < ended && status === 503,
  )
  const problems = why === null ? judge(trouble, within) : [why]
  const isTaken = within.some(({ what, status }) => what === 'webhook' && status === 200)
  if (refused.length === 0 && isTaken) problems.push('it was never felt')
  if (recoveryMs > longestRecoveryMs) problems.push(`not well again ${longestRecoveryMs} ms later`)
  return { refused: refused.length, recoveryMs, problems }
}

function judge({ refusesAll, readable }: Trouble, within: readonly Probe[]): string[] {
  const taken = within.filter(({ what, status }) => what === 'webhook' && status === 200)
  const unread = within.filter(({ what, status }) => what === 'page' && status !== 200)
  const problems: string[] = []
  if (refusesAll && taken.length > 0) problems.push(`${taken.length} events were acknowledged meanwhile`)
  if (readable && unread.length > 0) problems.push(`a page was answered with ${unread[0]?.status}`)
  return problems
}

async function untilWell(prober: Prober, since: number): Promise<number> {
  const deadline = since + 2 * longestRecoveryMs
  while (performance.now() < deadline) {
    const taken = prober.probes.find(
      ({ what, status, sentAt }) => what === 'webhook' && status === 200 && sentAt > since,
    )
    if (taken) return taken.answeredAt - since
    await pause(20)
  }
  return performance.now() - since
}

function longestGap(probes: readonly Probe[]): number {
  const gaps = probes
    .filter(({ what }) => what === 'file')
    .map(({ sentAt, answeredAt }) => answeredAt - sentAt)
  return Math.max(0, ...gaps)
}

function badAnswers(probes: readonly Probe[]): string[] {
  const problems = new Set<string>()
  for (const { what, status, retryAfter, ms } of probes) {
    if (status !== 200 && status !== 503) problems.add(`a ${what} was answered with ${status}`)
    if (status === 503 && what === 'webhook' && retryAfter === null) problems.add('a 503 says no Retry-After')
    if (ms > longestAnswerMs) problems.add(`a ${what} was answered after ${Math.round(ms)} ms`)
  }
  return [...problems]
}
