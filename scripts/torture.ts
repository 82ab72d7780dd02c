// Puts the built shop through what must never harm an order, and writes TORTURE.md.
//   npm run torture                       everything, at full size
//   npm run torture -- --quick            in small, as npm test does
//   npm run torture -- --only laws,kills --database sqlite --seed 7    these, in place of what the report said of them
import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import type { DatabaseKind } from './torture/proof.ts'
import { proofNames } from './torture/proofs.ts'
import { writeReport } from './torture/report.ts'
import { commandOf, runProofs, type Wanted } from './torture/run-proofs.ts'

// Whatever it has started ends with it, however it is ended.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1))

const kinds: readonly DatabaseKind[] = ['sqlite', 'postgresql']
const { wanted, isWhole } = readWanted()
console.log(
  `seed ${wanted.seed}; again: ${commandOf({ ...wanted, ...(isWhole && { names: [], databases: [] }) })}`,
)
const ran = await runProofs(wanted)
if (wanted.full) writeReport(ran, new Date())
const failed = ran.filter(({ passed }) => !passed)
console.log(`\n${ran.length - failed.length} proofs passed, ${failed.length} failed`)
process.exit(failed.length === 0 && ran.length > 0 ? 0 : 1)

function readWanted(): { wanted: Wanted; isWhole: boolean } {
  const text = { type: 'string' } as const
  const options = { quick: { type: 'boolean' }, seed: text, only: text, database: text } as const
  const { values } = parseArgs({ options })
  const names = values.only?.split(',') ?? proofNames
  const databases = kinds.filter((kind) => values.database?.split(',').includes(kind) ?? true)
  const seed = values.seed === undefined ? randomInt(2 ** 31) : Number(values.seed)
  for (const name of names) if (!proofNames.includes(name)) fail(`--only takes ${proofNames.join(', ')}`)
  if (databases.length === 0) fail(`--database takes ${kinds.join(', ')}`)
  if (!Number.isSafeInteger(seed)) fail('--seed takes a whole number')
  const everything = values.only === undefined && values.database === undefined
  return { wanted: { names, databases, seed, full: !values.quick }, isWhole: everything }
}

function fail(why: string): never {
  console.error(why)
  process.exit(2)
}
