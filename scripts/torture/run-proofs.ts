// Runs proofs one after another, each with a folder of its own, on one PostgreSQL server for all.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildShop, generateClient } from '../prepare.ts'
import type { DatabaseKind, Proof, Verdict } from './proof.ts'
import { loadProof } from './proofs.ts'

export interface Wanted {
  readonly names: readonly string[]
  readonly databases: readonly DatabaseKind[]
  readonly seed: number
  readonly full: boolean
}

/** One proof on one database, as it ended. `database` is null where the proof touches none. */
export interface Ran extends Verdict {
  readonly proof: Pick<Proof, 'name' | 'what' | 'goal'>
  readonly database: DatabaseKind | null
  readonly seed: number
  readonly seconds: number
}

/** Runs what is wanted and tells how each went as it ends. */
export async function runProofs(wanted: Wanted): Promise<Ran[]> {
  await generateClient()
  await buildShop()
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-torture-'))
  const postgres = wanted.databases.includes('postgresql')
    ? await (await import('../postgres.ts')).startPostgres(join(folder, 'postgres'))
    : null
  try {
    const runs = (await Promise.all(wanted.names.map((name) => runsOf(name, wanted)))).flat()
    return await runAll(runs, (run) => {
      const place = { folder: join(folder, String(runs.indexOf(run))), postgresUrl: postgres?.url ?? null }
      return runOne(run, wanted, place)
    })
  } finally {
    await postgres?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Run {
  readonly proof: Pick<Proof, 'name' | 'what' | 'goal' | 'run'>
  readonly database: DatabaseKind | null
  readonly isBeside: boolean
}

// Those that run beside the others begin first; the others take turns. The answer has the order of `runs`.
async function runAll(runs: readonly Run[], runOnce: (run: Run) => Promise<Ran>): Promise<Ran[]> {
  const ran = new Map(runs.filter(({ isBeside }) => isBeside).map((run) => [run, runOnce(run)]))
  for (const run of runs) {
    if (run.isBeside) continue
    ran.set(run, runOnce(run))
    await ran.get(run)
  }
  return Promise.all(runs.flatMap((run) => ran.get(run) ?? []))
}

// A proof that cannot be loaded is one that failed, among the others.
async function runsOf(name: string, { databases, full }: Wanted): Promise<Run[]> {
  try {
    const proof = await loadProof(name)
    const isBeside = full && proof.runsBeside === true
    if (proof.databases.length === 0) return [{ proof, database: null, isBeside }]
    const wanted = proof.databases.filter((one) => databases.includes(one))
    return wanted.map((database) => ({ proof, database, isBeside }))
  } catch (error) {
    const run = () => Promise.reject(error)
    return [{ proof: { name, what: '', goal: '', run }, database: null, isBeside: false }]
  }
}

async function runOne(
  { proof, database }: Run,
  { seed, full }: Wanted,
  place: { folder: string; postgresUrl: string | null },
): Promise<Ran> {
  const started = performance.now()
  console.log(`• ${proof.name}${database ? `, ${database}` : ''}`)
  mkdirSync(place.folder)
  const ended = await proof
    .run({ seed, full, database: database ?? 'sqlite', ...place })
    .catch((error: unknown) => broken(error))
  const { name, what, goal } = proof
  const ran = {
    ...ended,
    proof: { name, what, goal },
    database,
    seed,
    seconds: (performance.now() - started) / 1000,
  }
  tell(ran, full)
  return ran
}

function broken(error: unknown): Verdict {
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { passed: false, measured: 'it broke off', problems: [told] }
}

function tell(ran: Ran, full: boolean): void {
  const { passed, proof, measured, seconds, problems, database, seed } = ran
  console.log(
    `${passed ? '✔' : '✖'} ${proof.name}${database ? `, ${database}` : ''}: ${measured} (${seconds.toFixed(1)} s)`,
  )
  if (passed) return
  for (const problem of problems) console.log(`    ${problem.replaceAll('\n', '\n    ')}`)
  console.log(
    `  Again: ${commandOf({ names: [proof.name], databases: database ? [database] : [], seed, full })}`,
  )
}

/** The command that runs this again. */
export function commandOf({ names, databases, seed, full }: Wanted): string {
  const only = names.length > 0 ? ` --only ${names.join(',')}` : ''
  const database = databases.length > 0 ? ` --database ${databases.join(',')}` : ''
  return `npm run torture --${full ? '' : ' --quick'} --seed ${seed}${only}${database}`
}
