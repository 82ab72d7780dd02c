// Connections to PostgreSQL: few, with limits on everything that could wait for ever.

import { Pool, type PoolClient } from 'pg'

// The statement's limit is the server's to keep; ours is for a server that has stopped answering.
const STATEMENT_MS = 5_000
const SILENCE_MS = 6_000
const LOCK_MS = 2_000
const IDLE_IN_TRANSACTION_MS = 10_000
/** How long a query waits for a connection: a new one, or one of the pool's. */
export const CONNECT_MS = 5_000

export interface PoolRequest {
  readonly url: string
  readonly readonly: boolean
  /** The most connections at a time. */
  readonly max: number
}

/** Connections that stay inside their limits and, with `readonly`, cannot write. They are made when they are needed. */
export function connectionPool({ url, readonly, max }: PoolRequest): Pool {
  return new SoundPool({
    connectionString: url,
    max,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: SILENCE_MS,
    keepAlive: true,
    allowExitOnIdle: true,
    application_name: 'kiosk',
    // Before anybody has a new connection.
    verify: (client, done) => client.query(settings(readonly), (error) => done(error ?? undefined)),
  })
}

// As statements and not as parameters of the connection, which poolers such as PgBouncer refuse. An acknowledged event must
// survive a power cut, so a server that was told not to wait for its disk is told to; any stricter setting stays.
function settings(readonly: boolean): string {
  return `
    SET statement_timeout = ${STATEMENT_MS};
    SET lock_timeout = ${LOCK_MS};
    SET idle_in_transaction_session_timeout = ${IDLE_IN_TRANSACTION_MS};
    SET timezone = 'UTC';
    SET default_transaction_isolation = 'read committed';
    ${readonly ? 'SET default_transaction_read_only = on;' : ''}
    SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off';
  `
}

// A connection given back while a transaction is open on it, because its ROLLBACK was never answered, must serve nobody again:
// the next COMMIT there would keep what was to be undone.
class SoundPool extends Pool {
  override connect(): Promise<PoolClient>
  override connect(callback: Parameters<Pool['connect']>[0]): void
  override connect(callback?: Parameters<Pool['connect']>[0]): Promise<PoolClient> | void {
    if (callback) return super.connect(callback)
    return super.connect().then((client) => {
      const release = client.release.bind(client)
      client.release = (error) => release(error ?? client.getTransactionStatus() !== 'I')
      return client
    })
  }
}
