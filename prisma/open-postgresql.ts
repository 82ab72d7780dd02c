// PostgreSQL behind the two doors of ./client.ts: connections that cannot write, and connections for transactions.

import type { Database } from './database.ts'
import type { PrismaClient as SqliteClient } from './generated/client.ts'
import { PrismaClient } from './postgresql/generated/client.ts'
import { postgresqlAdapter } from './postgresql-adapter.ts'
import { runPostgresqlTransaction } from './run-postgresql-transaction.ts'

// Ten for each process of the shop: PostgreSQL allows a hundred by default, to all of them together.
const READERS = 4
const WRITERS = 6

/** The database at a `postgresql:` url. No connection is made before the first query. */
export function openPostgresql(url: string): Database {
  const reader = clientOf({ url, readonly: true, max: READERS })
  const writer = clientOf({ url, readonly: false, max: WRITERS })
  const running = new Set<Promise<unknown>>()
  return {
    reader,
    async transact(work) {
      const result = runPostgresqlTransaction(writer, work)
      running.add(result)
      return result.finally(() => running.delete(result))
    },
    async close() {
      await Promise.allSettled(running)
      await Promise.all([reader.$disconnect(), writer.$disconnect()])
    },
  }
}

// Both clients are made of one schema, and everybody is typed by SQLite's: what only one database can do is not to be had.
function clientOf(request: Parameters<typeof postgresqlAdapter>[0]): SqliteClient {
  return new PrismaClient({ adapter: postgresqlAdapter(request) }) as unknown as SqliteClient
}
