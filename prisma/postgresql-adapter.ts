// Prisma's PostgreSQL adapter, with what a shop needs and it does not do: connections with limits, transactions that never
// seem to have been kept when they were not, and failures of the server told apart from its answers.

import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapter, SqlDriverAdapterFactory, Transaction } from '@prisma/driver-adapter-utils'
import { asPostgresqlUnavailable } from './postgresql-unavailable.ts'
import { connectionPool, type PoolRequest } from './postgresql-pool.ts'

// A server that has not answered ROLLBACK by then has lost the connection, and the transaction with it.
const ROLLBACK_MS = 1_000

/**
 * Connections to a PostgreSQL database, for a PrismaClient. With `readonly` they cannot write, whatever they are told. Every
 * method rejects with DatabaseUnavailable when the server cannot be reached or cannot do it now.
 */
export function postgresqlAdapter(request: PoolRequest): SqlDriverAdapterFactory {
  const { provider, adapterName } = new PrismaPg('')
  return {
    provider,
    adapterName,
    connect: async () => {
      const stock = new PrismaPg(connectionPool(request), { disposeExternalPool: true })
      return guarded(await stock.connect())
    },
  }
}

function guarded(connection: SqlDriverAdapter): SqlDriverAdapter {
  return {
    provider: connection.provider,
    adapterName: connection.adapterName,
    queryRaw: (query) => orUnavailable(() => connection.queryRaw(query)),
    executeRaw: (query) => orUnavailable(() => connection.executeRaw(query)),
    executeScript: (script) => orUnavailable(() => connection.executeScript(script)),
    startTransaction: async () =>
      guardedTransaction(await orUnavailable(() => connection.startTransaction())),
    getConnectionInfo: () => connection.getConnectionInfo?.() ?? { supportsRelationJoins: true },
    dispose: () => connection.dispose(),
  }
}

function guardedTransaction(transaction: Transaction): Transaction {
  const step = stopAtFirstFailure()
  const say = (sql: string) => transaction.executeRaw({ sql, args: [], argTypes: [] })
  // The adapter's own commit() and rollback() give the connection back, and that is all they do.
  const giveBack = () => transaction.rollback()
  return {
    provider: transaction.provider,
    adapterName: transaction.adapterName,
    // Prisma then calls commit() and rollback() instead of sending these words as queries.
    options: { usePhantomQuery: true },
    queryRaw: (query) => step(() => transaction.queryRaw(query)),
    executeRaw: (query) => step(() => transaction.executeRaw(query)),
    commit: () =>
      step(() => say('COMMIT')).then(giveBack, (error: unknown) => undo().then(() => Promise.reject(error))),
    rollback: undo,
  }

  async function undo(): Promise<void> {
    await Promise.race([
      say('ROLLBACK').catch(() => {}),
      new Promise((late) => setTimeout(late, ROLLBACK_MS).unref()),
    ])
    await giveBack()
  }
}

// After a refused statement PostgreSQL refuses all others, and answers COMMIT by rolling back as if that were well. So the
// first failure stands for every later step, the commit too, even when the work has caught it.
function stopAtFirstFailure() {
  let failure: { readonly error: unknown } | undefined
  return async function step<T>(work: () => Promise<T>): Promise<T> {
    if (failure) throw failure.error
    try {
      return await orUnavailable(work)
    } catch (error) {
      failure = { error }
      throw error
    }
  }
}

async function orUnavailable<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (error) {
    throw asPostgresqlUnavailable(error) ?? error
  }
}
