import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import { keepStatements } from './sqlite-statements.ts'

const folder = mkdtempSync(join(tmpdir(), 'kiosk-statements-'))
after(() => rmSync(folder, { recursive: true, force: true }))

test('A statement is compiled once, and each run has its own arguments', async () => {
  const { connection, compiled } = await aConnection()
  const insert = 'INSERT INTO t VALUES (?)'
  for (const x of ['one', 'two']) await connection.executeRaw(asQuery(insert, x))
  for (const x of ['two', 'one'])
    assert.deepEqual(await xs(connection, 'SELECT x FROM t WHERE x = ?', x), [x])
  assert.deepEqual(compiled, [insert, 'SELECT x FROM t WHERE x = ?'])
  await connection.dispose()
})

test('A statement that failed works again', async () => {
  const { connection } = await aConnection()
  const insert = 'INSERT INTO t VALUES (?)'
  await connection.executeRaw(asQuery(insert, 'one'))
  await assert.rejects(() => connection.executeRaw(asQuery(insert, 'one')))
  assert.equal(await connection.executeRaw(asQuery(insert, 'two')), 1)
  await connection.dispose()
})

test('A statement that was kept sees what has been made of its table since', async () => {
  const { connection } = await aConnection()
  await connection.executeRaw(asQuery('INSERT INTO t VALUES (?)', 'one'))
  assert.equal((await connection.queryRaw(asQuery('SELECT * FROM t'))).columnNames.length, 1)
  await connection.executeScript('ALTER TABLE t ADD COLUMN y')
  assert.deepEqual((await connection.queryRaw(asQuery('SELECT * FROM t'))).rows, [['one', null]])
  assert.deepEqual((await connection.queryRaw(asQuery('SELECT * FROM t'))).columnNames, ['x', 'y'])
  await connection.dispose()
})

test('However many texts there are, no more than some hundred statements are kept', async () => {
  const { connection, compiled } = await aConnection()
  for (let number = 0; number < 1_200; number += 1)
    assert.deepEqual(await xs(connection, `SELECT '${number}' AS x`), [String(number)])
  assert.equal(compiled.length, 1_200)
  await connection.dispose()
})

async function aConnection() {
  const file = join(mkdtempSync(join(folder, 'x-')), 'x.db')
  writeFileSync(file, '')
  const connection = await new PrismaBetterSqlite3({ url: file }).connect()
  await connection.executeScript('CREATE TABLE t (x TEXT UNIQUE)')
  const database = Reflect.get(connection, 'client') as { prepare: (sql: string) => unknown }
  const prepare = database.prepare.bind(database)
  const compiled: string[] = []
  database.prepare = (sql) => {
    compiled.push(sql)
    return prepare(sql)
  }
  keepStatements(connection)
  return { connection, compiled }
}

async function xs(connection: SqlDriverAdapter, sql: string, ...args: string[]): Promise<unknown[]> {
  return (await connection.queryRaw(asQuery(sql, ...args))).rows.flat()
}

function asQuery(sql: string, ...args: string[]) {
  return { sql, args, argTypes: args.map(() => ({ scalarType: 'string', arity: 'scalar' }) as const) }
}
