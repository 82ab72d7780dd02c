// Import this first in a test that touches the database: the test's process gets a migrated, empty SQLite file of its
// own, and DATABASE_URL names it before anything reads it. Not one statement waits, because modules imported after
// this one would not wait with it.

import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migratedTemplate } from './test-template.ts'

const folder = mkdtempSync(join(tmpdir(), 'kiosk-test-'))
const file = join(folder, 'kiosk.db')

copyFileSync(migratedTemplate(), file)
process.env.DATABASE_URL = `file:${file}`
process.on('exit', removeFolder)

// Windows keeps a file that is open, and this process is about to end: its temp folder may have the rest.
function removeFolder() {
  try {
    rmSync(folder, { recursive: true, force: true })
  } catch {}
}
