import '#prisma/test-postgresql'
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { closeDatabase, reader, transaction } from './client.ts'
import { addProduct } from './test-products.ts'

after(closeDatabase)

test('A test begins with a migrated, empty database of its own', async () => {
  assert.equal(await reader().product.count(), 0)
  await transaction((tx) => addProduct(tx, 'a'))
})

test('Processes that begin at once have a database each, which is gone when they end', async () => {
  const names = await Promise.all([1, 2, 3].map(() => runInProcess()))
  assert.equal(new Set(names).size, 3)
  const left = await reader().$queryRaw<{ name: string }[]>`SELECT datname::text AS "name" FROM pg_database`
  for (const name of names) {
    assert.match(name, /^kiosk_test_\w+$/)
    assert.ok(!left.some((database) => database.name === name))
  }
})

async function runInProcess(): Promise<string> {
  const program = `
    import '#prisma/test-database'
    const { closeDatabase, reader } = await import('#prisma/client')
    await reader().order.count()
    console.log(new URL(process.env.DATABASE_URL).pathname.slice(1))
  `
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: join(import.meta.dirname, '..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [output] = await Promise.all([text(child.stdout), once(child, 'exit')])
  return output.trim()
}
