// Prisma's better-sqlite3 adapter, with the four things a shop needs and it does not do: PRAGMAs on every connection,
// transactions that take the write lock when they begin, storage failures told apart from answers, and a turn for others
// between two answers.

import { setImmediate as breathe } from 'node:timers/promises'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type { SqlDriverAdapter, SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { DatabaseUnavailable, asUnavailable, orUnavailable } from './database-unavailable.ts'
import { keepStatements } from './sqlite-statements.ts'
import { beginImmediate } from './sqlite-transaction.ts'

// better-sqlite3 waits for a lock on the event loop, so not for long: the transaction is retried instead.
const LOCK_WAIT_MS = 250

// An event is acknowledged once its transaction has committed, so a commit must survive a power cut: FULL syncs the
// WAL at each. The limit gives back the disk of a WAL that a slow reader has let grow.
const WRITER_PRAGMAS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA journal_size_limit = 67108864;
`

/**
 * Connections to the SQLite file at the absolute path `file`, for a PrismaClient. A `readonly` one cannot write,
 * whatever it is told. Neither makes a file that is missing: an empty one would pass for a shop. Every method rejects with
 * DatabaseUnavailable when the file cannot be opened, read or written.
 */
export function sqliteAdapter({
  file,
  readonly,
}: {
  file: string
  readonly: boolean
}): SqlDriverAdapterFactory {
  const stock = new PrismaBetterSqlite3({ url: file, readonly, fileMustExist: true, timeout: LOCK_WAIT_MS })
  return {
    provider: stock.provider,
    adapterName: stock.adapterName,
    connect: async () => {
      try {
        const connection = await stock.connect()
        keepStatements(connection)
        if (!readonly) await configure(connection)
        return readonly ? breathing(guarded(connection)) : guarded(connection)
      } catch (error) {
        throw (
          asUnavailable(error) ?? new DatabaseUnavailable('other', `Cannot open the database ${file}`, error)
        )
      }
    },
  }
}

// Here and not at start-up, because Prisma may connect again, and PRAGMAs belong to a connection.
async function configure(connection: SqlDriverAdapter): Promise<void> {
  try {
    await connection.executeScript(WRITER_PRAGMAS)
  } catch (error) {
    await connection.dispose()
    throw error
  }
}

function guarded(connection: SqlDriverAdapter): SqlDriverAdapter {
  return {
    provider: connection.provider,
    adapterName: connection.adapterName,
    queryRaw: (query) => orUnavailable(() => connection.queryRaw(query)),
    executeRaw: (query) => orUnavailable(() => connection.executeRaw(query)),
    executeScript: (script) => orUnavailable(() => connection.executeScript(script)),
    startTransaction: () => beginImmediate(connection),
    dispose: () => connection.dispose(),
  }
}

// SQLite answers at once, and Node.js lets nobody in between answers that are there: a page that asks ten times would be one
// piece of work. Not in a transaction, for which others wait.
function breathing(connection: SqlDriverAdapter): SqlDriverAdapter {
  const reading = new Set<object>()
  return {
    ...connection,
    queryRaw: async (query) => {
      reading.add(query)
      try {
        const answer = await connection.queryRaw(query)
        await breathe()
        return answer
      } finally {
        reading.delete(query)
      }
    },
    // Who has had one answer may be about to ask for the next.
    dispose: async () => {
      while (reading.size > 0) await breathe()
      await connection.dispose()
    },
  }
}
