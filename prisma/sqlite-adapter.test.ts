import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import { DatabaseUnavailable } from './database-unavailable.ts'
import { PrismaClient } from './generated/client.ts'
import { sqliteAdapter } from './sqlite-adapter.ts'

const folder = mkdtempSync(join(tmpdir(), 'kiosk-adapter-'))

after(() => rmSync(folder, { recursive: true, force: true }))

test('Every writing connection has its PRAGMAs, the second as well as the first', async () => {
  const writers = sqliteAdapter({ file: anEmptyFile('pragmas.db'), readonly: false })
  for (const connection of [await writers.connect(), await writers.connect()]) {
    assert.equal(await pragma(connection, 'journal_mode'), 'wal')
    assert.equal(await pragma(connection, 'synchronous'), 2)
    assert.equal(await pragma(connection, 'foreign_keys'), 1)
    assert.equal(await pragma(connection, 'busy_timeout'), 250)
    await connection.dispose()
  }
})

test('A reading connection waits for locks as the writer does, and cannot be made to write', async () => {
  const file = anEmptyFile('readonly.db')
  const connection = await sqliteAdapter({ file, readonly: true }).connect()
  assert.equal(await pragma(connection, 'busy_timeout'), 250)
  await pragma(connection, 'query_only = OFF')
  await assert.rejects(connection.executeScript('CREATE TABLE t (x)'), unavailable('other'))
  await connection.dispose()
})

test('A writer makes no file that is missing, for an empty one would pass for a shop', async () => {
  const file = join(folder, 'missing.db')
  await assert.rejects(sqliteAdapter({ file, readonly: false }).connect(), unavailable('other'))
  assert.equal(existsSync(file), false)
})

test('A file that is not there or cannot be opened is unavailable, and works once it is mended', async () => {
  const file = join(folder, 'mended', 'kiosk.db')
  const client = new PrismaClient({ adapter: sqliteAdapter({ file, readonly: true }) })
  await assert.rejects(client.$queryRaw`SELECT 1`, unavailable('other'))
  await assert.rejects(client.product.findMany(), unavailable('other'))
  mkdirSync(file, { recursive: true })
  await assert.rejects(client.$queryRaw`SELECT 1`, unavailable('other'))
  rmSync(file, { recursive: true })
  writeFileSync(file, '')
  assert.equal((await client.$queryRaw<unknown[]>`SELECT 1`).length, 1)
  await client.$disconnect()
})

test('When BEGIN fails because a transaction was left open, that one is rolled back and the next begins', async () => {
  const connection = await sqliteAdapter({ file: anEmptyFile('left-open.db'), readonly: false }).connect()
  await connection.executeScript('CREATE TABLE t (x); BEGIN; INSERT INTO t VALUES (1)')
  await assert.rejects(connection.startTransaction(), /within a transaction/)
  const next = await connection.startTransaction()
  await next.commit()
  const { rows } = await connection.queryRaw({ sql: 'SELECT x FROM t', args: [], argTypes: [] })
  assert.deepEqual(rows, [])
  await connection.dispose()
})

test('A second writer is told that the database is locked from its BEGIN, not later', async () => {
  const file = anEmptyFile('two.db')
  const [one, two] = [
    await sqliteAdapter({ file, readonly: false }).connect(),
    await sqliteAdapter({ file, readonly: false }).connect(),
  ]
  const open = await one.startTransaction()
  await assert.rejects(two.startTransaction(), unavailable('locked'))
  await open.commit()
  await (await two.startTransaction()).rollback()
  await Promise.all([one.dispose(), two.dispose()])
})

// SQLite takes a file with nothing in it for an empty database.
function anEmptyFile(name: string): string {
  writeFileSync(join(folder, name), '')
  return join(folder, name)
}

function unavailable(reason: string) {
  return (error: unknown) => error instanceof DatabaseUnavailable && error.reason === reason
}

async function pragma(connection: SqlDriverAdapter, words: string): Promise<unknown> {
  const { rows } = await connection.queryRaw({ sql: `PRAGMA ${words}`, args: [], argTypes: [] })
  return rows[0]?.[0]
}
