// Starts the shop, waits until it is killed at its point, looks at what it left behind, and starts it again at the same place.
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import type { Progress } from '../progress.ts'
import { type Shop, startShop } from '../shops.ts'
import { lookAfterKill } from './look-after-kill.ts'
import type { Ledger } from './ledger.ts'
import type { Kill } from './plan.ts'

export interface Place {
  readonly databaseUrl: string
  readonly stripeUrl: string
  readonly port: number
  readonly folder: string
}

export interface Killed {
  /** Sides of points at which it was killed, with how often. */
  readonly sides: ReadonlyMap<string, number>
  /** Kills whose point the shop did not come to in time: it was killed wherever it was. */
  readonly elsewhere: readonly string[]
  /** How long each start took until it served, in milliseconds. */
  readonly starts: readonly number[]
}

export const preload = pathToFileURL(join(import.meta.dirname, '..', 'preload', 'shop-faults.mjs')).href
const patienceMs = 20_000

/** Kills the shop at each of `kills`, while others load it. */
export async function keepKilling(
  place: Place,
  { kills, ledger, progress }: { kills: readonly Kill[]; ledger: Ledger; progress: Progress },
): Promise<Killed> {
  const [sides, elsewhere, starts] = [new Map<string, number>(), [] as string[], [] as number[]]
  for (const [index, kill] of kills.entries()) {
    const side = `${kill.when} ${kill.point}`
    const began = performance.now()
    const shop = await startToBeKilled(place, kill)
    if (shop) starts.push(performance.now() - began)
    if (!shop || (await isKilledAtPoint(shop, place))) sides.set(side, (sides.get(side) ?? 0) + 1)
    else elsewhere.push(side)
    for (const problem of await lookAfterKill(place, ledger))
      ledger.problems.push(`After kill ${index + 1} (${side}, ${kill.occurrence}): ${problem}`)
    progress.at(index + 1)
  }
  return { sides, elsewhere, starts }
}

// Null: it came to its point before it answered anybody, as at its first sweep.
async function startToBeKilled(place: Place, kill: Kill): Promise<Shop | null> {
  rmSync(killedFile(place), { force: true })
  const began = startAt(place, { TORTURE_KILL: JSON.stringify(kill), TORTURE_KILLED: killedFile(place) })
  const started = began.catch((error: unknown) => {
    if (existsSync(killedFile(place))) return null
    throw error
  })
  return Promise.race([started, untilKilledIn(place)])
}

async function untilKilledIn(place: Place): Promise<null> {
  const deadline = Date.now() + 60_000
  while (!existsSync(killedFile(place)) && Date.now() < deadline) await pause(20)
  // Time for one that is ready, and killed at once, to be known as started.
  await pause(150)
  return null
}

/** Starts the shop at its place. */
export function startAt(place: Place, env: Readonly<Record<string, string>>): Promise<Shop> {
  const { databaseUrl, stripeUrl, port, folder } = place
  const given = { MAIL_FOLDER: join(folder, 'mail'), ...env }
  return startShop({ databaseUrl, stripeUrl, port, preload, env: given })
}

async function isKilledAtPoint(shop: Shop, place: Place): Promise<boolean> {
  const deadline = Date.now() + patienceMs
  while (!shop.ended() && Date.now() < deadline) await pause(10)
  await shop.kill()
  return existsSync(killedFile(place))
}

function killedFile({ folder }: Place): string {
  return join(folder, 'killed')
}
