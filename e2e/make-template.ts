// Runs once, before any worker: makes the database that every worker's shop starts from a copy of.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { runToEnd } from './server.ts'

/** Migrates and seeds the template, and tells the workers where it is. Gives what removes it after the last story. */
export default async function makeTemplate(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-stories-'))
  const file = join(folder, 'template.db')
  const env = { DATABASE_URL: `file:${file}` }
  await runToEnd('node_modules/prisma/build/index.js', ['migrate', 'deploy'], env)
  await runToEnd('prisma/seed.ts', [], env)
  stockUp(file)
  await runToEnd('scripts/list-products.ts', [], env)
  emptyJournal(file)
  process.env.KIOSK_STORIES = folder
  return () => rmSync(folder, { recursive: true, force: true })
}

// Enough of everything for all stories in one shop, but for what stories want to run out of, or find without a price.
function stockUp(file: string): void {
  const database = new DatabaseSync(file)
  database.exec(`
    UPDATE "Stock" SET "quantity" = 1000 WHERE "sku" NOT IN ('linen-notebook-moss', 'walnut-tray');
    DELETE FROM "Price" WHERE "sku" = 'walnut-tray' AND "currency" = 'jpy';
    UPDATE "Stock" SET "quantity" = 0 WHERE "sku" IN ('paper-lamp', 'bud-vase-terracotta')`)
  database.close()
}

// The file is copied without its journal, so nothing may be left in that.
function emptyJournal(file: string): void {
  const database = new DatabaseSync(file)
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  database.close()
}
