// A migrated, empty database for a test's process, named by DATABASE_URL from now on and gone when the process ends. Nothing
// here waits: see ./test-database.ts.

import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migratedTemplate } from './test-template.ts'

/** Makes a SQLite file in the temp folder. */
export function useSqlite(): void {
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-test-'))
  const file = join(folder, 'kiosk.db')
  copyFileSync(migratedTemplate(), file)
  process.env.DATABASE_URL = `file:${file}`
  process.on('exit', () => removeFolder(folder))
}

/** Makes a database on the PostgreSQL server at `server`, a url. */
export function usePostgresql(server: string): void {
  const ask = (...words: string[]) =>
    execFileSync(
      process.execPath,
      [join(import.meta.dirname, 'test-postgresql-server.ts'), server, ...words],
      {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
  const name = ask('create').trim()
  process.env.DATABASE_URL = new URL(name, server).href
  process.on('exit', () => void ask('drop', name))
}

// Windows keeps a file that is open, and this process is about to end: its temp folder may have the rest.
function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true })
  } catch {}
}
