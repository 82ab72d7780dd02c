// The only way to the database: `reader()` cannot write, and `transaction(work)` is the only way to write. They have no
// connection in common, because whatever is asked on a SQLite connection while a transaction is open there runs inside it.

import { AsyncLocalStorage } from 'node:async_hooks'
import { databaseKind, settings } from '#env'
import type { Database } from './database.ts'
import { Prisma } from './generated/client.ts'
import type { Reader } from './reader.ts'
import type { Transaction } from './run-transaction.ts'

export { DatabaseUnavailable, type UnavailableReason } from './database-unavailable.ts'
export type { Reader } from './reader.ts'
export type { Transaction } from './run-transaction.ts'

// The other database's driver is never loaded.
const open =
  databaseKind() === 'postgresql'
    ? (await import('./open-postgresql.ts')).openPostgresql
    : (await import('./open-sqlite.ts')).openSqlite

/**
 * The client for reading. Each statement sees what has been committed, never half of a transaction; others may write
 * between two, also between those of one nested query. Its connection cannot write. Queries reject with
 * DatabaseUnavailable when the database cannot be reached or read.
 */
export function reader(): Reader {
  return database().reader
}

/**
 * Runs `work` in a transaction of its own and gives what it gives once that is safely on disk. All its writes are kept, or
 * none. `work` may be run again from its beginning after a rollback, because another transaction was in its way: it changes
 * nothing but the database. It has 5 seconds, and must wait for nothing but its own queries: no network, and no other
 * transaction. A statement that the database refuses ends the transaction, also when `work` catches the error; only SQLite
 * would go on. Others write meanwhile (PostgreSQL, READ COMMITTED), so a row that decides is written to, and thereby locked,
 * before it is read. An error of `work` comes through unchanged, after the rollback. Rejects with DatabaseUnavailable when the
 * database is locked, full, broken or away.
 */
export async function transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  const { transact, inside } = database()
  if (inside.getStore()?.open) throw new Error('A transaction inside a transaction would wait for itself')
  const scope = { open: true }
  return inside
    .run(scope, () => transact(work))
    .finally(() => {
      scope.open = false
    })
}

/** Values to stand in a statement as `IN (${listed(values)})`. Among none of them there is nothing. */
export function listed(values: readonly unknown[]): Prisma.Sql {
  return Prisma.join(values.length > 0 ? [...values] : [null])
}

/** Waits for the transactions already asked for, and closes every connection. The next use opens them again. */
export async function closeDatabase(): Promise<void> {
  const opened = globalThis.kioskDatabase
  if (!opened) return
  globalThis.kioskDatabase = undefined
  await opened.close()
}

type Opened = Database & {
  // Whether the code that asks is itself inside a transaction that has not ended.
  readonly inside: AsyncLocalStorage<{ open: boolean }>
}

declare global {
  var kioskDatabase: Opened | undefined
}

// On globalThis, because `next dev` loads this module anew after each edit, and each of its bundles has one: a second
// writer in one process would stop it.
function database(): Opened {
  globalThis.kioskDatabase ??= { ...open(settings().databaseUrl), inside: new AsyncLocalStorage() }
  return globalThis.kioskDatabase
}
