import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Client } from 'pg'
import { databaseKind } from '#env'
import { databaseFile } from './database-file.ts'

const HOLD = `
  import Database from 'better-sqlite3'
  const db = new Database(process.argv[1])
  db.exec('BEGIN IMMEDIATE')
  process.stdout.write('locked')
  process.stdin.resume().on('end', () => process.exit())
`

export interface Lock {
  readonly release: () => Promise<void>
}

/** For tests: somebody else locks the database that a DATABASE_URL names, so that all can read and none can write, until `release()`. */
export function lockDatabase(url: string): Promise<Lock> {
  return databaseKind(url) === 'sqlite' ? lockInAnotherProcess(databaseFile(url)) : lockTables(url)
}

async function lockTables(url: string): Promise<Lock> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    "SELECT format('%I', tablename) AS name FROM pg_tables WHERE schemaname = 'public'",
  )
  await client.query(`BEGIN; LOCK TABLE ${rows.map(({ name }) => name).join()} IN SHARE ROW EXCLUSIVE MODE`)
  return { release: () => client.end() }
}

/** For tests: another process takes the write lock of the SQLite file at `path` and keeps it until `release()`. */
export async function lockInAnotherProcess(path: string): Promise<Lock> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', HOLD, path], {
    cwd: import.meta.dirname,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return {
    release: async () => {
      child.stdin.end()
      await once(child, 'exit')
    },
  }
}
