// Snapshots that Local Stripe keeps itself, by name, beside its state: a reset or a restoration leaves them.
import { seconds, type Account } from '../account.ts'
import { BadOrder, readBody, type Body } from './control-body.ts'
import { takeSnapshot } from './snapshot.ts'

/** Takes a snapshot under a name, in place of an older one of that name. */
export function keepSnapshot(account: Account, name: string): object {
  if (!/^[\w.-]{1,100}$/.test(name))
    throw new BadOrder('"name" must be of letters, digits, dots, hyphens: at most 100.')
  const snapshot = takeSnapshot(account)
  const keep = account.database.prepare(
    'INSERT OR REPLACE INTO snapshots (name, clock, body) VALUES (?, ?, ?)',
  )
  keep.run(name, snapshot.clock, JSON.stringify(snapshot))
  return { name, clock: seconds(account) }
}

/** The names, each with what the clock said, in seconds. */
export function listSnapshots(account: Account): object {
  const rows = account.database.prepare('SELECT name, clock FROM snapshots ORDER BY name').all()
  const snapshots = rows.map((row) => ({ name: row['name'], clock: Math.floor(Number(row['clock']) / 1000) }))
  return { snapshots }
}

/** The snapshot of a name. Throws BadOrder when there is none. */
export function findSnapshot(account: Account, name: string): Body {
  const row = account.database.prepare('SELECT body FROM snapshots WHERE name = ?').get(name)
  if (row === undefined) throw noSuchSnapshot(name)
  return readBody(String(row['body']))
}

export function forgetSnapshot(account: Account, name: string): object {
  const { changes } = account.database.prepare('DELETE FROM snapshots WHERE name = ?').run(name)
  if (changes === 0) throw noSuchSnapshot(name)
  return { name, forgotten: true }
}

function noSuchSnapshot(name: string): BadOrder {
  return new BadOrder(`There is no snapshot ${name}.`)
}
