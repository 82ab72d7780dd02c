// The state lives in one SQLite file. `synchronous = OFF` because it is test data and session creation must be fast.
// node:sqlite still announces itself as experimental: only that one warning is kept off the console.
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { schema, schemaVersion } from './schema.ts'

/**
 * Opens (and, the first time, creates) the database.
 * Takes a file path or `:memory:`. Throws when the folder cannot be made or the file is not a database.
 */
export async function openDatabase(file: string): Promise<DatabaseSync> {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const sqlite = await importWithoutWarning()
  const database = new sqlite.DatabaseSync(file)
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA busy_timeout = 2000')
  checkVersion(database, file)
  database.exec(schema)
  return database
}

function checkVersion(database: DatabaseSync, file: string): void {
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version'])
  if (version !== 0 && version !== schemaVersion) {
    throw new Error(`${file} was made by another version of Local Stripe. Delete it to begin anew.`)
  }
  database.exec(`PRAGMA user_version = ${schemaVersion}`)
}

async function importWithoutWarning(): Promise<typeof import('node:sqlite')> {
  const emitWarning = process.emitWarning.bind(process)
  function filtered(warning: string | Error, ...rest: unknown[]): void {
    if (String(warning).includes('SQLite is an experimental feature')) return
    Reflect.apply(emitWarning, undefined, [warning, ...rest])
  }
  process.emitWarning = filtered
  try {
    return await import('node:sqlite')
  } finally {
    process.emitWarning = emitWarning
  }
}
