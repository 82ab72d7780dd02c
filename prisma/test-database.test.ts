import '#prisma/test-sqlite'
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { settings } from '#env'
import { closeDatabase, reader, transaction } from './client.ts'
import { databaseFile } from './database-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'kiosk-test-database-'))

after(async () => {
  await closeDatabase()
  rmSync(folder, { recursive: true, force: true })
})

test('A test begins with a migrated, empty database in the temp folder', async () => {
  assert.ok(databaseFile(settings().databaseUrl).startsWith(tmpdir()))
  assert.equal(await reader().product.count(), 0)
  await transaction((tx) =>
    tx.product.create({ data: { slug: 'a', position: 1, name: {}, description: {} } }),
  )
})

test('Processes that begin at once make the template once, each have their own copy, and leave only the template', async () => {
  const files = await Promise.all([1, 2, 3].map(() => runInProcess()))
  assert.equal(new Set(files).size, 3)
  assert.ok(files.every((file) => file.startsWith(folder) && !existsSync(file)))
  const left = readdirSync(folder)
  assert.equal(left.length, 1)
  assert.match(left[0] ?? '', /^kiosk-template-\w+\.db$/)
})

// Prints where its database is, once it has read from it. Its temp folder is ours, so there is no template yet.
async function runInProcess(): Promise<string> {
  const program = `
    import '#prisma/test-database'
    const { reader } = await import('#prisma/client')
    await reader().order.count()
    console.log(process.env.DATABASE_URL)
  `
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, KIOSK_TEST_POSTGRES: '', TMPDIR: folder, TEMP: folder, TMP: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [output] = await Promise.all([text(child.stdout), once(child, 'exit')])
  return databaseFile(output.trim())
}
