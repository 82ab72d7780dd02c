// One transaction on the writing connection. Prisma's own adapter begins without the write lock, and when COMMIT
// fails it stays inside the transaction and keeps its mutex, so that no later transaction ever runs.

import type { SqlDriverAdapter, Transaction } from '@prisma/driver-adapter-utils'
import { asUnavailable, orUnavailable } from './database-unavailable.ts'

/**
 * Begins a transaction that holds the write lock from its first moment, so that nothing it reads can change before
 * it writes. The caller sees to it that there is one at a time. However it ends, the connection is outside a
 * transaction afterwards. Rejects with DatabaseUnavailable.
 */
export async function beginImmediate(connection: SqlDriverAdapter): Promise<Transaction> {
  await beginOrRollBack(connection)
  const step = stopAtFirstFailure()
  const script = (sql: string) => step(() => connection.executeScript(sql))
  return {
    provider: connection.provider,
    adapterName: connection.adapterName,
    // Prisma then calls commit() and rollback() instead of sending these words as queries.
    options: { usePhantomQuery: true },
    queryRaw: (query) => step(() => connection.queryRaw(query)),
    executeRaw: (query) => step(() => connection.executeRaw(query)),
    commit: () => script('COMMIT').catch((error: unknown) => rollBackAndThrow(connection, error)),
    rollback: () => rollBack(connection),
    createSavepoint: (name) => script(`SAVEPOINT ${name}`),
    rollbackToSavepoint: (name) => script(`ROLLBACK TO ${name}`),
    releaseSavepoint: (name) => script(`RELEASE ${name}`),
  }
}

async function beginOrRollBack(connection: SqlDriverAdapter): Promise<void> {
  try {
    await orUnavailable(() => connection.executeScript('BEGIN IMMEDIATE'))
  } catch (error) {
    await rollBackAndThrow(connection, error)
  }
}

// When the disk is full or broken SQLite may end the transaction by itself, and whatever ran next would be kept at
// once, alone. So nothing runs next, not even when the failure was caught.
function stopAtFirstFailure() {
  let failure: Error | undefined
  return async function step<T>(work: () => Promise<T>): Promise<T> {
    if (failure) throw failure
    try {
      return await work()
    } catch (error) {
      failure = asUnavailable(error)
      throw failure ?? error
    }
  }
}

async function rollBackAndThrow(connection: SqlDriverAdapter, error: unknown): Promise<never> {
  await rollBack(connection)
  throw error
}

async function rollBack(connection: SqlDriverAdapter): Promise<void> {
  try {
    await connection.executeScript('ROLLBACK')
  } catch {
    // SQLite had already rolled back, which is what was wanted.
  }
}
