// The tests beside the code, each file in a process of its own; those that touch the database once on each kind of it.
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { startPostgres } from './postgres.ts'
import type { Count } from './tally.ts'

const files = ['{app,domain,stripe,prisma,local-stripe,messages,scripts}/**/*.test.ts', '*.test.ts']
// What a test imports says where it runs: see prisma/test-database.ts.
const onBoth = "'#prisma/test-database'"
const onPostgresqlAlone = "'#prisma/test-postgresql'"

/** Runs all that need no PostgreSQL, prints how each went and counts them. */
export function runRules(): Promise<Count> {
  return runFiles(globSync(files).filter((file) => !imports(file, onPostgresqlAlone)))
}

/** Runs those that touch the database on a PostgreSQL server started for them. Throws when there is none to start. */
export async function runRulesOnPostgres(): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-postgres-'))
  const server = await startPostgres(folder)
  process.env.KIOSK_TEST_POSTGRES = server.url
  try {
    return await runFiles(
      globSync(files).filter((file) => imports(file, onBoth) || imports(file, onPostgresqlAlone)),
    )
  } finally {
    delete process.env.KIOSK_TEST_POSTGRES
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function runFiles(chosen: string[]): Promise<Count> {
  let count: Count = { passed: 0, failed: 0, skipped: 0 }
  const tests = run({ files: chosen.toSorted(), concurrency: 2 })
  tests.on('test:summary', ({ file, counts: { tests: all, passed, skipped } }) => {
    if (file === undefined) count = { passed, skipped, failed: all - passed - skipped }
  })
  // Read to its end, so that nothing of it is printed after what follows.
  for await (const text of tests.compose(spec)) process.stdout.write(String(text))
  return count
}

function imports(file: string, module: string): boolean {
  return readFileSync(file, 'utf8').includes(`import ${module}\n`)
}
