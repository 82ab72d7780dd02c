// Who listens, over a restart: the CLI then opens its socket under the same id and gets what it has missed, instead of
// waiting ten seconds and beginning anew.
import type { DatabaseSync } from 'node:sqlite'
import type { Wish } from './listeners.ts'

/** A listener with the last event it was told of; `acknowledged` says whether it has that one, too. */
export type Remembered = {
  id: string
  wish: Wish
  event: string | null
  acknowledged: boolean
}
export type ListenerMemory = {
  load(): Remembered[]
  /** Keeps these and no others. */
  save(listeners: Remembered[]): void
}

/** The memory in an open database. */
export function rememberListeners(database: DatabaseSync): ListenerMemory {
  const all = database.prepare('SELECT remembered FROM cli_listeners')
  const clear = database.prepare('DELETE FROM cli_listeners')
  const insert = database.prepare('INSERT INTO cli_listeners (id, remembered) VALUES (?, ?)')
  return {
    load: () => all.all().map((row): Remembered => JSON.parse(String(row['remembered']))),
    save(listeners) {
      clear.run()
      for (const listener of listeners) insert.run(listener.id, JSON.stringify(listener))
    },
  }
}
