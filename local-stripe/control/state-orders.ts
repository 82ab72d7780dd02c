// The whole state by order: forgotten, told, put back.
import { seconds, type Account } from '../account.ts'
import { textOf, type Body } from './control-body.ts'
import { findSnapshot, forgetSnapshot, keepSnapshot, listSnapshots } from './named-snapshots.ts'
import { taking, type Order } from './order.ts'
import { resetState, restoreState } from './replace-state.ts'
import { readSnapshot, takeSnapshot } from './snapshot.ts'

export const stateOrders: Record<string, Order> = {
  'POST /_local/reset': taking([], (account) => {
    resetState(account)
    return { reset: true }
  }),
  'GET /_local/snapshot': (account) => takeSnapshot(account),
  'POST /_local/restore': (account, body) => restore(account, body),
  'GET /_local/snapshots': (account) => listSnapshots(account),
  'POST /_local/snapshots': taking(['name'], (account, body) => keepSnapshot(account, textOf(body, 'name'))),
  'DELETE /_local/snapshots': taking(['name'], (account, body) =>
    forgetSnapshot(account, textOf(body, 'name')),
  ),
}

/** Back to a snapshot: the one in the body, or the one of the name that the body says. */
function restore(account: Account, body: Body): object {
  const snapshot = body['name'] === undefined ? body : findSnapshot(account, textOf(body, 'name'))
  restoreState(account, readSnapshot(snapshot, account.database))
  return { restored: true, now: seconds(account) }
}
