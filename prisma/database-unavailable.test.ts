import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DatabaseUnavailable, asUnavailable, orUnavailable } from './database-unavailable.ts'

test('A locked database is told apart from a full one and from a broken one', () => {
  const codes = {
    SQLITE_BUSY: 'locked',
    SQLITE_BUSY_SNAPSHOT: 'locked',
    SQLITE_LOCKED: 'locked',
    SQLITE_FULL: 'full',
    ENOSPC: 'full',
    SQLITE_IOERR_WRITE: 'other',
    SQLITE_CANTOPEN: 'other',
    SQLITE_CORRUPT: 'other',
    SQLITE_NOTADB: 'other',
    SQLITE_READONLY: 'other',
  }
  for (const [code, reason] of Object.entries(codes))
    assert.equal(asUnavailable(sqliteError(code))?.reason, reason)
})

test('The code is found where Prisma’s adapter keeps it', () => {
  const wrapped = new Error('SocketTimeout', {
    cause: { kind: 'SocketTimeout', originalCode: 'SQLITE_BUSY' },
  })
  assert.equal(asUnavailable(wrapped)?.reason, 'locked')
  assert.equal(asUnavailable(wrapped)?.cause, wrapped)
})

test('What the database refuses, and errors that are not its own, are not unavailability', () => {
  const others = [
    sqliteError('SQLITE_CONSTRAINT_CHECK'),
    sqliteError('SQLITE_ERROR'),
    sqliteError('P2002'),
    new Error('SQLITE_FULL'),
    new Error('mine', { cause: 'SQLITE_FULL' }),
    'SQLITE_FULL',
    undefined,
  ]
  for (const error of others) assert.equal(asUnavailable(error), undefined)
})

test('An error is wrapped once only', () => {
  const error = new DatabaseUnavailable('full', 'no room')
  assert.equal(asUnavailable(error), error)
})

test('Results and other errors pass through a guarded step as they are', async () => {
  const mine = new Error('mine')
  assert.equal(await orUnavailable(() => Promise.resolve(1)), 1)
  await assert.rejects(
    orUnavailable(() => Promise.reject(mine)),
    (error) => error === mine,
  )
})

test('A step that throws before it gives a promise is guarded too', async () => {
  await assert.rejects(orUnavailable(failAtOnce), (error) => error instanceof DatabaseUnavailable)
})

test('The class knows its instances from another copy of its module, and nothing else', async () => {
  const copyOfModule = `./database-unavailable.ts?${Date.now()}`
  const { DatabaseUnavailable: Other }: typeof import('./database-unavailable.ts') = await import(
    copyOfModule
  )
  assert.notEqual(Other, DatabaseUnavailable)
  assert.ok(new Other('full', 'no room') instanceof DatabaseUnavailable)
  assert.ok(!(new Error('DatabaseUnavailable') instanceof DatabaseUnavailable))
  assert.ok(!(Object(null) instanceof DatabaseUnavailable))
})

function failAtOnce(): Promise<void> {
  throw sqliteError('SQLITE_FULL')
}

function sqliteError(code: string): Error {
  return Object.assign(new Error('database error'), { code })
}
