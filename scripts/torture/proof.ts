// What every proof of the torture command is: a claim, a size, a seed, and what was measured.

export type DatabaseKind = 'sqlite' | 'postgresql'

/** What one run of a proof is given. */
export interface Setting {
  /** Every random choice comes from it: the same seed is the same run. */
  readonly seed: number
  /** Whether to run the full size, as TORTURE.md tells it, or the reduced one of `npm test`. */
  readonly full: boolean
  readonly database: DatabaseKind
  /** Empty, and this run's own. */
  readonly folder: string
  /** A PostgreSQL server's `postgres` database, as superuser; null when the run needs none. */
  readonly postgresUrl: string | null
}

/** How a run ended. */
export interface Verdict {
  readonly passed: boolean
  /** What was done and seen, in numbers. */
  readonly measured: string
  /** What went against the claim, the first few told in full; empty when it passed. */
  readonly problems: readonly string[]
}

/** One row of the report. */
export interface Proof {
  /** As `--only` takes it. */
  readonly name: string
  /** What is done to the shop. */
  readonly what: string
  /** What must come out. */
  readonly goal: string
  /** The databases it runs on, once each; none: it touches no database and runs once. */
  readonly databases: readonly DatabaseKind[]
  /** Whether it runs beside the others at full size: it takes long, and little of the machine. */
  readonly runsBeside?: boolean
  readonly run: (setting: Setting) => Promise<Verdict>
}

/** The verdict over everything that went wrong: passed when nothing did. */
export function verdict(measured: string, problems: readonly string[]): Verdict {
  const told = problems.slice(0, 20)
  if (problems.length > told.length) told.push(`… and ${problems.length - told.length} more`)
  return { passed: problems.length === 0, measured, problems: told }
}
