// What developers and deployments type, on PostgreSQL. See ./prisma-cli.test.ts.

import '#prisma/test-postgresql'
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { Client } from 'pg'
import { settings } from '#env'
import { postgresqlSchema } from './postgresql-schema.ts'

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'kiosk-cli-'))
const { databaseUrl } = settings()
const made = `kiosk_cli_${process.pid}`
const url = new URL(made, databaseUrl).href

after(async () => {
  await ask(databaseUrl, `DROP DATABASE IF EXISTS "${made}" WITH (FORCE)`)
  rmSync(folder, { recursive: true, force: true })
})

test('`migrate deploy` makes and migrates a new database, and does nothing to it the next time', () => {
  const first = prisma(['migrate', 'deploy'])
  assert.equal(first.status, 0, first.output)
  assert.match(first.output, /successfully applied/)
  const again = prisma(['migrate', 'deploy'])
  assert.equal(again.status, 0, again.output)
  assert.match(again.output, /No pending migrations/)
  assert.match(prisma(['migrate', 'status']).output, /up to date/)
})

test('The migrations make exactly the tables of the schema', () => {
  const from = join('prisma', 'postgresql', 'migrations')
  const difference = ['migrate', 'diff', '--from-migrations', from, '--to-schema', postgresqlSchema()]
  const { status, output } = prisma([...difference, '--script', '--exit-code'])
  assert.equal(
    status,
    0,
    `Run \`npx prisma migrate dev --name …\` with a PostgreSQL DATABASE_URL. Missing:\n${output}`,
  )
})

test('`migrate dev` takes the CHECK constraints for no drift, writes a migration for what has changed, and leaves no shadow database', async () => {
  const before = await shadowDatabases()
  const copy = copyOfProject()
  const schema = join(copy, 'schema.prisma')
  writeFileSync(schema, `${readFileSync(schema, 'utf8')}\nmodel Note {\n  id Int @id\n  text String\n}\n`)
  const config = join(copy, 'prisma.config.mjs')
  const { status, output } = prisma(['migrate', 'dev', '--name', 'notes', '--config', config])
  assert.equal(status, 0, output)
  assert.match(output, /in sync with your schema/)
  const name = readdirSync(join(copy, 'migrations')).find((each) => each.endsWith('_notes')) ?? ''
  const sql = readFileSync(join(copy, 'migrations', name, 'migration.sql'), 'utf8')
  assert.match(sql, /^-- CreateTable\nCREATE TABLE "Note" \([^;]*\);\s*$/)
  assert.deepEqual(await shadowDatabases(), before)
})

test('A migration is one script: a semicolon in a text does not cut it, and when it fails nothing of it is kept', async () => {
  const copy = copyOfProject()
  const config = join(copy, 'prisma.config.mjs')
  addMigration(
    copy,
    '20990101000000_texts',
    `CREATE TABLE "t" ("x" TEXT DEFAULT 'a;b'); INSERT INTO "t" DEFAULT VALUES;`,
  )
  const good = prisma(['migrate', 'deploy', '--config', config])
  assert.equal(good.status, 0, good.output)
  assert.deepEqual(await ask(url, 'SELECT * FROM "t"'), [{ x: 'a;b' }])
  addMigration(
    copy,
    '20990102000000_bad',
    `INSERT INTO "t" DEFAULT VALUES; INSERT INTO nowhere DEFAULT VALUES;`,
  )
  const bad = prisma(['migrate', 'deploy', '--config', config])
  assert.notEqual(bad.status, 0)
  assert.match(bad.output, /nowhere[^]*20990102000000_bad/)
  assert.equal((await ask(url, 'SELECT * FROM "t"')).length, 1)
  const again = prisma(['migrate', 'deploy', '--config', config])
  assert.notEqual(again.status, 0)
  assert.match(again.output, /P3009/)
})

test('A server that is not there, and a password that is wrong, are told as such', () => {
  const elsewhere = new URL(url)
  elsewhere.port = '1'
  const stranger = new URL(url)
  stranger.password = 'wrong'
  for (const [wrong, words] of [
    [elsewhere, /P1001/],
    [stranger, /P1000/],
  ] as const) {
    const { status, output } = prisma(['migrate', 'deploy'], wrong.href)
    assert.notEqual(status, 0)
    assert.match(output, words)
    assert.ok(!output.includes(stranger.password))
  }
})

function prisma(args: string[], at = url): { status: number | null; output: string } {
  const command = join(root, 'node_modules', 'prisma', 'build', 'index.js')
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: at, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return { status, output: stdout + stderr }
}

function copyOfProject(): string {
  const copy = mkdtempSync(join(folder, 'copy-'))
  cpSync(postgresqlSchema(), join(copy, 'schema.prisma'))
  cpSync(join(root, 'prisma', 'postgresql', 'migrations'), join(copy, 'migrations'), { recursive: true })
  const config = pathToFileURL(join(root, 'prisma.config.ts')).href
  writeFileSync(
    join(copy, 'prisma.config.mjs'),
    `import config from ${JSON.stringify(config)}
export default { ...config, schema: 'schema.prisma', migrations: { path: 'migrations' } }\n`,
  )
  return copy
}

function addMigration(copy: string, name: string, sql: string): void {
  mkdirSync(join(copy, 'migrations', name))
  writeFileSync(join(copy, 'migrations', name, 'migration.sql'), sql)
}

function shadowDatabases(): Promise<unknown[]> {
  return ask(
    databaseUrl,
    `SELECT datname FROM pg_database WHERE datname LIKE 'prisma_migrate_shadow%' ORDER BY 1`,
  )
}

async function ask(at: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: at })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
