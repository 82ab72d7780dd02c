// The only way to the database: `reader()` cannot write, and `transaction(work)` is the only way to write. Two
// connections, because whatever is asked on a SQLite connection while a transaction is open there runs inside it.

import { AsyncLocalStorage } from 'node:async_hooks'
import { settings } from '#env'
import type { Database } from './database.ts'
import { openSqlite } from './open-sqlite.ts'
import type { Reader } from './reader.ts'
import type { Transaction } from './run-transaction.ts'

export { DatabaseUnavailable, type UnavailableReason } from './database-unavailable.ts'
export type { Reader } from './reader.ts'
export type { Transaction } from './run-transaction.ts'

/**
 * The client for reading. It sees what has been committed, never half of a transaction, and its connection cannot
 * write. Queries reject with DatabaseUnavailable when the file cannot be opened or read.
 */
export function reader(): Reader {
  return database().reader
}

/**
 * Runs `work` in a transaction of its own, after those asked for before it, and gives what it gives once that is
 * safely on disk. All its writes are kept, or none. `work` runs at most once, has 5 seconds, and must wait for
 * nothing but its own queries: no network, and no other transaction. An error it throws comes through unchanged,
 * after the rollback. Rejects with DatabaseUnavailable when the database is locked, full or broken.
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

/** Waits for the transactions already asked for, and closes both connections. The next use opens them again. */
export async function closeDatabase(): Promise<void> {
  const open = globalThis.kioskDatabase
  if (!open) return
  globalThis.kioskDatabase = undefined
  await open.close()
}

type Open = Database & {
  // Whether the code that asks is itself inside a transaction that has not ended.
  readonly inside: AsyncLocalStorage<{ open: boolean }>
}

declare global {
  var kioskDatabase: Open | undefined
}

// On globalThis, because `next dev` loads this module anew after each edit, and each of its bundles has one: a second
// writer in one process would stop it.
function database(): Open {
  globalThis.kioskDatabase ??= { ...openSqlite(settings().databaseUrl), inside: new AsyncLocalStorage() }
  return globalThis.kioskDatabase
}
