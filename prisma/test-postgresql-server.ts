// What ./make-test-database.ts asks of a PostgreSQL server, as a process of its own: `create` prints the name of a new, migrated,
// empty database, `drop` takes it away whoever is connected. Migrating takes a second and copying a tenth of that, so every one
// is a copy of a template, made once for each state of the migrations by whichever process comes first.

import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { Client } from 'pg'
import { hashOf } from './test-template.ts'

const root = join(import.meta.dirname, '..')
// Any number: whoever makes the template holds it.
const TEMPLATE_LOCK = 7_210_521

const [server = '', command, dropped = ''] = process.argv.slice(2)
const client = new Client({ connectionString: server })
await client.connect()
if (command === 'create') console.log(await createDatabase())
else await client.query(`DROP DATABASE IF EXISTS "${dropped}" WITH (FORCE)`)
await client.end()

async function createDatabase(): Promise<string> {
  const template = await migratedTemplate()
  const name = `kiosk_test_${randomBytes(8).toString('hex')}`
  await client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`)
  return name
}

async function migratedTemplate(): Promise<string> {
  const template = `kiosk_template_${hashOf('postgresql/migrations')}`
  await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK])
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [template])
  if (rowCount === 0) {
    // Named at last, so that what has the name is migrated.
    const draft = `${template}_draft`
    await client.query(`DROP DATABASE IF EXISTS "${draft}" WITH (FORCE)`)
    migrate(draft)
    await client.query(`ALTER DATABASE "${draft}" RENAME TO "${template}"`)
  }
  await client.query('SELECT pg_advisory_unlock($1)', [TEMPLATE_LOCK])
  return template
}

function migrate(name: string): void {
  const cli = join(root, 'node_modules', 'prisma', 'build', 'index.js')
  execFileSync(process.execPath, [cli, 'migrate', 'deploy'], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: new URL(name, server).href },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
