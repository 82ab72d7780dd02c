import { spawn } from 'node:child_process'
import { once } from 'node:events'

const HOLD = `
  import Database from 'better-sqlite3'
  const db = new Database(process.argv[1])
  db.exec('BEGIN IMMEDIATE')
  process.stdout.write('locked')
  process.stdin.resume().on('end', () => process.exit())
`

/** For tests: another process takes the write lock of the SQLite file at `path` and keeps it until `release()`. */
export async function lockInAnotherProcess(path: string): Promise<{ release: () => Promise<void> }> {
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
