// SQLite behind the two doors of ./client.ts: a connection that cannot write, and one that takes a transaction at a time.

import type { Database } from './database.ts'
import { databaseFile } from './database-file.ts'
import { PrismaClient } from './generated/client.ts'
import { runTransaction } from './run-transaction.ts'
import { sqliteAdapter } from './sqlite-adapter.ts'
import { TransactionQueue } from './transaction-queue.ts'

/** The database in the file that a `file:` url names. Neither connection is made before its first query. */
export function openSqlite(url: string): Database {
  const file = databaseFile(url)
  const reader = new PrismaClient({ adapter: sqliteAdapter({ file, readonly: true }) })
  const writer = new PrismaClient({ adapter: sqliteAdapter({ file, readonly: false }) })
  const queue = new TransactionQueue((work) => runTransaction(writer, work))
  return {
    reader,
    transact: (work) => queue.add(work),
    async close() {
      await queue.drained()
      await Promise.all([reader.$disconnect(), writer.$disconnect()])
    },
  }
}
