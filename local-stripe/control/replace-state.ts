// Puts a state in the place of the present one, or nothing at all: first everything in one transaction, then whatever
// works on it is told to look again. Faults and logged requests belong to the state that is gone.
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Account } from '../account.ts'
import { isTask } from '../store/agenda.ts'
import { BadOrder } from './control-body.ts'
import { tableNames, type State, type Table } from './snapshot.ts'

/** Goes back to a state. Throws BadOrder, and has changed nothing, when the database does not take it. */
export function restoreState(account: Account, state: State): void {
  const { database, store } = account
  const agenda = state.tables['agenda']
  const task = agenda?.columns.indexOf('task') ?? 0
  if (!agenda?.rows.every((row) => isTask(row[task])))
    throw new BadOrder('The snapshot holds an unknown task.')
  try {
    store.transaction(() => {
      for (const [name, table] of Object.entries(state.tables)) fillTable(database, name, table)
    })
  } catch (error) {
    throw new BadOrder(`The snapshot is broken: ${String(error)}`)
  }
  account.deliveries.set(state.webhooks)
  lookAgain(account, state.clock)
}

/** Forgets everything: objects, deliveries, what was due, idempotency keys, faults, the moved clock. */
export function resetState(account: Account): void {
  const { database, store } = account
  store.transaction(() => {
    for (const name of tableNames(database)) database.exec(`DELETE FROM "${name}" ${exceptKept(name)}`)
  })
  account.deliveries.set({ held: false, retries: 'sandbox' })
  lookAgain(account, null)
}

/** Endpoints that a shop's settings asked for are set-up, not state. */
function exceptKept(table: string): string {
  return table === 'objects'
    ? "WHERE kind <> 'webhook_endpoint' OR coalesce(json_extract(hidden, '$.kept'), 0) = 0"
    : ''
}

function lookAgain(account: Account, clock: number | null): void {
  account.faults.clear()
  account.deliveryFaults.clear()
  account.requests.clear()
  account.deliveries.startOver()
  account.setClock(clock)
}

function fillTable(database: DatabaseSync, name: string, { columns, rows }: Table): void {
  database.exec(`DELETE FROM "${name}"`)
  const insert: StatementSync = database.prepare(
    `INSERT INTO "${name}" VALUES (${columns.map(() => '?').join(', ')})`,
  )
  for (const row of rows) insert.run(...row)
}
