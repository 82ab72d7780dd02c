// Puts the account together over an open database.
import type { DatabaseSync } from 'node:sqlite'
import type { Account } from './account.ts'
import { createIdempotency } from './api/idempotency.ts'
import { expireAtLast } from './checkout/expire-session.ts'
import { createFaults } from './control/faults.ts'
import { createRequestLog } from './control/request-log.ts'
import { attemptDelivery, renderEvent } from './events/attempt-delivery.ts'
import { Deliveries } from './events/deliveries.ts'
import { bookCharge } from './payments/book-charge.ts'
import { settleDebit } from './payments/pay-by-debit.ts'
import { createAgenda } from './store/agenda.ts'
import { createObjectStore } from './store/object-store.ts'
import { Listeners } from './stripe-cli/listeners.ts'

/** The account that the database holds, reached at a URL; `clock` gives milliseconds since 1970. */
export function createAccount(from: { database: DatabaseSync; url: string; clock: () => number }): Account {
  const { database, url } = from
  let ahead = 0
  const clock = () => from.clock() + ahead
  const account: Account = {
    url,
    clock,
    moveClock(seconds) {
      ahead += seconds * 1000
      account.agenda.wake()
      account.deliveries.wake()
    },
    store: createObjectStore(database),
    agenda: createAgenda({
      database,
      clock,
      work: {
        expire_session: (id) => account.store.transaction(() => expireAtLast(account, id)),
        settle_debit: (id) => account.store.transaction(() => settleDebit(account, id)),
        book_charge: (id) => account.store.transaction(() => bookCharge(account, id)),
      },
    }),
    idempotency: createIdempotency(database, clock),
    deliveries: new Deliveries({
      database,
      clock,
      attempt: (delivery) => attemptDelivery(account, delivery),
    }),
    listeners: new Listeners({ clock, render: (event, version) => renderEvent(account, event, version) }),
    faults: createFaults(),
    requests: createRequestLog(),
  }
  return account
}
