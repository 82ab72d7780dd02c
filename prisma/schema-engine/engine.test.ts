// The engine as the Prisma CLI sees it: a process that is sent requests and answers them.

import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, test, type TestContext } from 'node:test'

const folder = mkdtempSync(join(tmpdir(), 'kiosk-engine-'))
const engineFile = join(import.meta.dirname, 'engine.mjs')
const filters = { externalTables: [], externalEnums: [] }

after(() => rmSync(folder, { recursive: true, force: true }))

test('A migration that fails is not tried again until somebody has looked at it', async (t) => {
  const engine = startEngine(t, 'failing.db')
  const bad = migrations({ '1_bad': 'CREATE TABLE a (x); INSERT INTO nowhere VALUES (1);' })
  assert.match(await engine.fail('applyMigrations', bad), /no such table: nowhere.*1_bad/s)
  assert.match(await engine.fail('applyMigrations', bad), /P3009/)
  await engine.call('markMigrationRolledBack', { migrationName: '1_bad' })
  const good = migrations({ '1_bad': 'CREATE TABLE b (x);' })
  assert.deepEqual(await engine.call('applyMigrations', good), { appliedMigrationNames: ['1_bad'] })
})

test('Every statement of a migration counts in the comparison, not only the first', async (t) => {
  const engine = startEngine(t, 'many.db')
  const two = migrations({
    '1_two': 'CREATE TABLE "a" ("x" INTEGER PRIMARY KEY); CREATE TABLE "b" ("x" INTEGER PRIMARY KEY);',
  })
  await engine.call('applyMigrations', two)
  assert.deepEqual(await engine.call('devDiagnostic', two), { action: { tag: 'createMigration' } })
})

test('A table that no migration made is reported as drift', async (t) => {
  const engine = startEngine(t, 'drift.db')
  const one = migrations({ '1_one': 'CREATE TABLE "a" ("x" INTEGER PRIMARY KEY);' })
  await engine.call('applyMigrations', one)
  await engine.call('dbExecute', execute('CREATE TABLE "stray" ("x" INTEGER PRIMARY KEY)', 'drift.db'))
  const { action } = await engine.call('devDiagnostic', one)
  assert.match(JSON.stringify(action), /"reset".*stray/)
})

test('A reset takes away every table, and the migrations can be applied anew', async (t) => {
  const engine = startEngine(t, 'reset.db')
  const sql =
    'CREATE TABLE "a" ("x" INTEGER PRIMARY KEY); CREATE TABLE "b" ("a" REFERENCES "a"("x")); CREATE VIEW "c" AS SELECT * FROM "a";'
  const one = migrations({ '1_one': sql })
  await engine.call('applyMigrations', one)
  await engine.call('reset', { filter: filters })
  assert.deepEqual(await engine.call('applyMigrations', one), { appliedMigrationNames: ['1_one'] })
})

test('A database with tables and no history of migrations is left alone', async (t) => {
  const first = startEngine(t, 'foreign.db')
  await first.call(
    'dbExecute',
    execute('CREATE TABLE "theirs" ("x" INTEGER PRIMARY KEY); DROP TABLE "_prisma_migrations"', 'foreign.db'),
  )
  await first.end()
  const engine = startEngine(t, 'foreign.db')
  assert.match(
    await engine.fail('applyMigrations', migrations({ '1_one': 'CREATE TABLE "a" ("x");' })),
    /P3005/,
  )
})

test('When the engine ends it leaves no journal beside the database', async (t) => {
  const engine = startEngine(t, 'journal.db')
  await engine.call('applyMigrations', migrations({ '1_one': 'CREATE TABLE "a" ("x");' }))
  await engine.end()
  assert.equal(existsSync(join(folder, 'journal.db-journal')), false)
})

test('A difference is printed by the CLI at the engine’s request, and tells in its exit code', async (t) => {
  const engine = startEngine(t, 'diff.db')
  const schema = 'datasource db {\n provider = "sqlite"\n}\nmodel A {\n id Int @id\n}\n'
  const difference = await engine.call('diff', {
    from: { tag: 'empty' },
    to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] },
    script: true,
    exitCode: true,
    filters,
  })
  assert.equal(difference.exitCode, 2)
  assert.match(engine.printed.join(''), /CREATE TABLE "A"/)
})

test('A method that the engine does not have is an error with its name', async (t) => {
  const engine = startEngine(t, 'unknown.db')
  assert.match(await engine.fail('makeCoffee', {}), /makeCoffee/)
})

test('A database that does not exist can be made, and is then there', () => {
  assert.match(cliCommand('can-connect-to-database').stderr, /"error_code":"P1003"/)
  assert.equal(cliCommand('create-database').status, 0)
  assert.equal(cliCommand('can-connect-to-database').status, 0)
})

test('An engine that cannot start answers every request with the reason', async (t) => {
  const engine = startEngine(t, 'kiosk.db', ['--datamodels', join(folder, 'missing.prisma')])
  assert.match(await engine.fail('getDatabaseVersion', {}), /ENOENT.*missing\.prisma/)
  assert.match(await engine.fail('reset', {}), /ENOENT.*missing\.prisma/)
})

test('A command for a database that the engine does not know fails, and says why', () => {
  const { status, stderr } = run([
    '--datasource',
    '{"url":"mysql://localhost/shop"}',
    'cli',
    'can-connect-to-database',
  ])
  assert.equal(status, 1)
  assert.match(stderr, /must begin with \\"file:\\"/)
})

function cliCommand(name: string) {
  return run(['--datasource', datasource(join('made', 'new.db')), 'cli', name])
}

function run(args: string[]) {
  return spawnSync(process.execPath, [engineFile, ...args], { encoding: 'utf8' })
}

function datasource(name: string): string {
  return JSON.stringify({ url: `file:${join(folder, name)}` })
}

function migrations(files: Record<string, string>) {
  const migrationDirectories = Object.entries(files).map(([path, value]) => ({
    path,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok', value } },
  }))
  const lockfile = { path: 'migration_lock.toml', content: 'provider = "sqlite"\n' }
  return {
    migrationsList: { baseDir: folder, lockfile, migrationDirectories, shadowDbInitScript: '' },
    filters,
  }
}

function execute(script: string, name: string) {
  return { script, datasourceType: { tag: 'url', url: `file:${join(folder, name)}` } }
}

type Answer = {
  method?: string
  params?: { content: string }
  result?: Record<string, unknown>
  error?: { data: object }
}

// Speaks to an engine process as the CLI does: `call` gives a result, `fail` an error as text.
function startEngine(t: TestContext, name: string, args: string[] = []) {
  const child = spawn(process.execPath, [engineFile, '--datasource', datasource(name), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const printed: string[] = []

  async function end(): Promise<void> {
    child.stdin.end()
    if (child.exitCode === null) await once(child, 'exit')
  }
  t.after(end)

  async function request(method: string, params: object): Promise<Answer> {
    child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })}\n`)
    for (;;) {
      const { value: line = '{}' } = await lines.next()
      const answer: Answer = JSON.parse(line)
      if (answer.method !== 'print') return answer
      printed.push(answer.params?.content ?? '')
    }
  }

  return {
    printed,
    call: async (method: string, params: object) => {
      const { result, error } = await request(method, params)
      assert.equal(error, undefined)
      return result ?? {}
    },
    fail: async (method: string, params: object) => JSON.stringify((await request(method, params)).error),
    end,
  }
}
