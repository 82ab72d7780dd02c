// A PostgreSQL server that goes away and comes back, under a shop that goes on.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { startPostgres } from '../scripts/postgres.ts'

const folder = mkdtempSync(join(tmpdir(), 'kiosk-outage-'))
const root = join(import.meta.dirname, '..')
let server = await startPostgres(folder)
process.env.DATABASE_URL = new URL('shop', server.url).href
const cli = join(root, 'node_modules', 'prisma', 'build', 'index.js')
execFileSync(process.execPath, [cli, 'migrate', 'deploy'], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
})

const { closeDatabase, DatabaseUnavailable, reader, transaction } = await import('./client.ts')
const { addProduct, hasProduct } = await import('./test-products.ts')

after(async () => {
  await closeDatabase()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('While the server is away everybody is told so within a second; once it is back all goes on, and nothing is lost', async () => {
  for (const outage of ['first', 'second']) {
    await Promise.all([1, 2, 3].map((number) => transaction((tx) => addProduct(tx, `${outage}-${number}`))))
    await server.stop()
    const started = performance.now()
    await assert.rejects(reader().product.count(), isAway)
    await assert.rejects(
      transaction((tx) => addProduct(tx, `${outage}-lost`)),
      isAway,
    )
    assert.ok(performance.now() - started < 1_000)
    server = await startPostgres(folder)
    assert.equal(await hasProduct(reader(), `${outage}-3`), true)
    await transaction((tx) => addProduct(tx, `${outage}-back`))
  }
  assert.equal(await reader().product.count(), 8)
})

test('A transaction in which the server goes away is told so, and nothing of it is kept', async () => {
  const cut = transaction(async (tx) => {
    await addProduct(tx, 'cut')
    await server.stop()
    await addProduct(tx, 'cut too')
  })
  await assert.rejects(cut, isAway)
  server = await startPostgres(folder)
  assert.equal(await hasProduct(reader(), 'cut'), false)
})

function isAway(error: unknown): boolean {
  return error instanceof DatabaseUnavailable && error.reason === 'other'
}
