// A PostgreSQL server of this proof's own, because it is stopped, started and made to panic.
import { chownSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { type PostgresServer, startPostgres } from '../../postgres.ts'
import type { SmallDisk } from './small-disk.ts'

export class RestartableServer {
  readonly #folder: string
  #running: PostgresServer

  private constructor(folder: string, running: PostgresServer) {
    this.#folder = folder
    this.#running = running
  }

  /** Makes and starts a server in `folder`. */
  static async open(folder: string): Promise<RestartableServer> {
    return new RestartableServer(folder, await startPostgres(folder))
  }

  /** Of its database `postgres`. */
  url(): string {
    return this.#running.url
  }

  async stop(): Promise<void> {
    await this.#running.stop()
  }

  /** Starts it again where it was. */
  async start(): Promise<void> {
    this.#running = await startPostgres(this.#folder)
  }

  /** Moves a database that nobody uses to a small disk; the server's log of changes stays where it is. */
  async moveTo(disk: SmallDisk, databaseUrl: string): Promise<void> {
    const { uid, gid } = statSync(join(this.#folder, 'data'))
    chownSync(disk.folder, uid, gid)
    const name = new URL(databaseUrl).pathname.slice(1)
    const client = new Client({ connectionString: this.url() })
    await client.connect()
    await client.query(`CREATE TABLESPACE small LOCATION '${disk.folder}'`)
    await client.query(`ALTER DATABASE "${name}" SET TABLESPACE small`)
    await client.end()
  }
}
