// What developers and deployments type, run as they run it: the Prisma CLI, our config, our schema engine.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'kiosk-cli-'))
const file = join(folder, 'kiosk.db')

after(() => rmSync(folder, { recursive: true, force: true }))

test('`migrate deploy` makes and migrates a new database, and does nothing to it the next time', () => {
  const first = prisma(['migrate', 'deploy'])
  assert.equal(first.status, 0, first.output)
  assert.match(first.output, /successfully applied/)
  const again = prisma(['migrate', 'deploy'])
  assert.equal(again.status, 0, again.output)
  assert.match(again.output, /No pending migrations/)
  const { output } = prisma(['migrate', 'status'])
  assert.match(output, /up to date/)
})

test('The migrations make exactly the tables of the schema', () => {
  const difference = 'migrate diff --from-migrations prisma/migrations --to-schema prisma/schema.prisma'
  const { status, output } = prisma([...difference.split(' '), '--script', '--exit-code'])
  assert.equal(status, 0, `Run \`npx prisma migrate dev --name …\`. Missing:\n${output}`)
})

test('`migrate dev` takes the CHECK constraints for no drift, and writes a migration for what has changed', () => {
  const copy = copyOfProject()
  const schema = join(copy, 'schema.prisma')
  writeFileSync(schema, `${readFileSync(schema, 'utf8')}\nmodel Note {\n  id Int @id\n  text String\n}\n`)
  const { status, output } = prisma([
    'migrate',
    'dev',
    '--name',
    'notes',
    '--config',
    join(copy, 'prisma.config.mjs'),
  ])
  assert.equal(status, 0, output)
  const made = readdirSync(join(copy, 'migrations')).find((name) => name.endsWith('_notes')) ?? ''
  assert.match(output, /in sync with your schema/)
  const sql = readFileSync(join(copy, 'migrations', made, 'migration.sql'), 'utf8')
  assert.match(sql, /^-- CreateTable\nCREATE TABLE "Note" \([^;]*\);\s*$/)
})

function prisma(args: string[]): { status: number | null; output: string } {
  const command = join(root, 'node_modules', 'prisma', 'build', 'index.js')
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: `file:${file}`, NO_COLOR: '1' },
    // A command that wants to ask something must fail, not wait.
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return { status, output: stdout + stderr }
}

// A schema and migrations that may be changed, used by the same config.
function copyOfProject(): string {
  const copy = mkdtempSync(join(folder, 'copy-'))
  for (const name of ['schema.prisma', 'migrations']) {
    cpSync(join(root, 'prisma', name), join(copy, name), { recursive: true })
  }
  const config = pathToFileURL(join(root, 'prisma.config.ts')).href
  writeFileSync(
    join(copy, 'prisma.config.mjs'),
    `import config from ${JSON.stringify(config)}
export default { ...config, schema: 'schema.prisma', migrations: { path: 'migrations' } }\n`,
  )
  return copy
}
