import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DatabaseUnavailable } from './database-unavailable.ts'
import { asPostgresqlUnavailable, isConflict } from './postgresql-unavailable.ts'

test('What the driver says when there is no connection is unavailability, with or without a code', () => {
  const errors = [
    withCode('ECONNREFUSED'),
    withCode('EPIPE'),
    withCode('EAI_AGAIN'),
    new Error('Connection terminated unexpectedly'),
    new Error('Connection terminated due to connection timeout'),
    new Error('Client has encountered a connection error and is not queryable'),
    new Error('Query read timeout'),
  ]
  for (const error of errors) assert.equal(asPostgresqlUnavailable(error)?.reason, 'other', error.message)
})

test('When all connections of the pool are in use for too long the database is locked', () => {
  const error = new Error('timeout exceeded when trying to connect')
  assert.equal(asPostgresqlUnavailable(error)?.reason, 'locked')
})

test('The code is found where Prisma’s adapter keeps it, and so is the name it has in place of a code', () => {
  assert.equal(asPostgresqlUnavailable(wrapped({ kind: 'postgres', originalCode: '53100' }))?.reason, 'full')
  assert.equal(
    asPostgresqlUnavailable(wrapped({ kind: 'postgres', originalCode: '55P03' }))?.reason,
    'locked',
  )
  assert.equal(asPostgresqlUnavailable(wrapped({ kind: 'DatabaseNotReachable', port: 1 }))?.reason, 'other')
  const error = wrapped({ kind: 'ConnectionClosed' })
  assert.equal(asPostgresqlUnavailable(error)?.cause, error)
})

test('Refusals, mistakes and what is no error are not unavailability', () => {
  const others = [
    wrapped({ kind: 'UniqueConstraintViolation', originalCode: '23505' }),
    wrapped({ kind: 'postgres', originalCode: '23514' }),
    wrapped({ kind: 'postgres', originalCode: '42601' }),
    withCode('P2002'),
    new TypeError('Cannot read properties of undefined'),
    '57P01',
    undefined,
  ]
  for (const error of others) assert.equal(asPostgresqlUnavailable(error), undefined)
})

test('An error is wrapped once only', () => {
  const error = new DatabaseUnavailable('full', 'no room')
  assert.equal(asPostgresqlUnavailable(error), error)
})

test('Deadlocks and serialization failures are conflicts, however deep they lie; a lock not had in time is none', () => {
  const deadlock = wrapped({ kind: 'TransactionWriteConflict', originalCode: '40P01' })
  assert.equal(isConflict(asPostgresqlUnavailable(deadlock)), true)
  assert.equal(isConflict(new Error('could not apply', { cause: deadlock })), true)
  assert.equal(isConflict(wrapped({ originalCode: '40001' })), true)
  assert.equal(isConflict(wrapped({ originalCode: '55P03' })), false)
  assert.equal(isConflict(new Error('mine')), false)
  assert.equal(isConflict(undefined), false)
})

function withCode(code: string): Error {
  return Object.assign(new Error(`connect ${code}`), { code })
}

function wrapped(cause: object): Error {
  return new Error('wrapped by the adapter', { cause })
}
