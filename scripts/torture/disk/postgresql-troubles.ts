// What can be wrong with a PostgreSQL server and the disk under it.
import { Client } from 'pg'
import type { RestartableServer } from './restartable-server.ts'
import { diskFull } from './disk-full.ts'
import { failFsync, whyNoFailingFsync } from './failing-fsync.ts'
import type { SmallDisk } from './small-disk.ts'
import type { Trouble } from './trouble.ts'

interface Under {
  readonly server: RestartableServer
  readonly databaseUrl: string
  /** What the tables lie on; null: on no disk of their own. */
  readonly disk: SmallDisk | null
  readonly full: boolean
}

/** All of it; as texts what cannot be tried here, with the reason. */
export function postgresqlTroubles(under: Under): (Trouble | string)[] {
  const noFsync = whyNoFailingFsync()
  return [
    under.disk
      ? diskFull({ disk: under.disk, full: under.full })
      : 'disk full: only root can mount a small one',
    locked(under, { seconds: 3, times: under.full ? 20 : 1 }),
    // Longer than anybody is kept waiting.
    locked(under, { seconds: 8, times: under.full ? 3 : 1 }),
    gone(under),
    noFsync ? `failed fsync: ${noFsync}` : failedFsync(under),
  ]
}

function locked({ databaseUrl }: Under, { seconds, times }: { seconds: number; times: number }): Trouble {
  return {
    name: `table locked for ${seconds} s`,
    times,
    lastsMs: seconds * 1000,
    refusesAll: true,
    readable: true,
    answersMeanwhile: true,
    async begin() {
      const client = await connect(databaseUrl)
      await client.query('BEGIN')
      await client.query('LOCK TABLE "InboxEvent" IN ACCESS EXCLUSIVE MODE')
      return async () => {
        await client.query('ROLLBACK')
        await client.end()
        return null
      }
    },
  }
}

function gone({ server, full }: Under): Trouble {
  return {
    name: 'server stopped and started',
    times: full ? 5 : 1,
    lastsMs: 2_000,
    refusesAll: true,
    readable: false,
    answersMeanwhile: false,
    async begin() {
      await server.stop()
      return async () => {
        await server.start()
        return null
      }
    },
  }
}

// A failed fsync is a PANIC: the server ends every connection, and begins anew from its log.
function failedFsync({ databaseUrl, full }: Under): Trouble {
  return {
    name: 'failed fsync',
    times: full ? 5 : 1,
    lastsMs: 2_000,
    refusesAll: false,
    readable: false,
    answersMeanwhile: false,
    async begin() {
      const end = await failFsync(await backendsOf(databaseUrl))
      return async () => ((await end()) === 0 ? 'no fsync failed' : null)
    },
  }
}

async function backendsOf(databaseUrl: string): Promise<number[]> {
  const client = await connect(databaseUrl)
  const { rows } = await client.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity
     WHERE backend_type = 'walwriter' OR (datname = current_database() AND pid <> pg_backend_pid())`,
  )
  await client.end()
  return rows.map(({ pid }) => pid)
}

async function connect(databaseUrl: string): Promise<Client> {
  const client = new Client({ connectionString: databaseUrl })
  // A server that ends takes its connections with it; whoever waits for an answer is told by that.
  client.on('error', () => {})
  await client.connect()
  return client
}
