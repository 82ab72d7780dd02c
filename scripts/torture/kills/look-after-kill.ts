// What a killed shop has left behind, before it starts again: all that it promised must stand in its database.
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openStore, type Store } from '../databases.ts'
import type { Place } from './keep-killing.ts'
import type { Ledger } from './ledger.ts'

// What has been looked up once is not looked up again: what is lost later is missed at the end.
const seen = new WeakMap<Ledger, Set<string>>()

/** Gives what is missing or broken. The shop must not be running. */
export async function lookAfterKill(place: Place, ledger: Ledger): Promise<string[]> {
  const store = await openStore(
    place.databaseUrl.startsWith('file:') ? copyDatabase(place) : place.databaseUrl,
  )
  try {
    return [...(await brokenParts(store)), ...(await findMissing(store, ledger))]
  } finally {
    await store.close()
  }
}

// A copy, because whoever opens the file first repairs it, and that is to be the shop.
function copyDatabase({ databaseUrl, folder }: Place): string {
  const file = databaseUrl.slice('file:'.length)
  const copies = join(folder, 'copy')
  rmSync(copies, { recursive: true, force: true })
  mkdirSync(copies)
  for (const suffix of ['', '-wal'])
    if (existsSync(file + suffix)) copyFileSync(file + suffix, join(copies, `kiosk.db${suffix}`))
  return `file:${join(copies, 'kiosk.db')}`
}

async function brokenParts(store: Store): Promise<string[]> {
  if (store.kind !== 'sqlite') return []
  const found = [
    ...(await store.query('PRAGMA integrity_check')),
    ...(await store.query('PRAGMA foreign_key_check')),
  ]
  return found.filter((row) => row['integrity_check'] !== 'ok').map((row) => JSON.stringify(row))
}

/** Gives what the shop has promised, to Stripe or to a shopper, and does not know. */
export async function findMissing(store: Store, ledger: Ledger): Promise<string[]> {
  // Read before the database is: a promise made after that may not be found yet.
  const promised = [...ledger.acknowledged, ...ledger.shown.keys()]
  const found = seen.get(ledger) ?? new Set()
  seen.set(ledger, found)
  const problems: string[] = []
  for (const id of promised) {
    if (found.has(id)) continue
    const [row] = await store.query(
      `SELECT "state" FROM "InboxEvent" WHERE "id" = $1
       UNION ALL SELECT "session" FROM "Order" WHERE "sessionId" = $1`,
      [id],
    )
    found.add(id)
    if (!row || row['state'] === 'received')
      problems.push(`${id} was promised and is ${row ? 'not applied' : 'not there'}`)
  }
  return problems
}
