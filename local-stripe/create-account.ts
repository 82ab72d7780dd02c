// Puts the account together over an open database.
import type { DatabaseSync } from 'node:sqlite'
import type { Account } from './account.ts'
import { createIdempotency } from './api/idempotency.ts'
import { createFaults } from './control/faults.ts'
import { createRequestLog } from './control/request-log.ts'
import { attemptDelivery, renderEvent } from './events/attempt-delivery.ts'
import { createDeliveryFaults } from './events/delivery-faults.ts'
import { Deliveries } from './events/deliveries.ts'
import { laterWork } from './later-work.ts'
import { createAgenda } from './store/agenda.ts'
import { createObjectStore } from './store/object-store.ts'
import { Listeners } from './stripe-cli/listeners.ts'
import { rememberListeners } from './stripe-cli/remember-listeners.ts'

/** The account that the database holds, reached at a URL; `clock` gives milliseconds since 1970. */
export function createAccount(from: { database: DatabaseSync; url: string; clock: () => number }): Account {
  const { database, url } = from
  let ahead = 0
  const clock = () => from.clock() + ahead
  const signingClock = () => Math.max(from.clock(), clock())
  const store = createObjectStore(database)
  const deliveryFaults = createDeliveryFaults()
  const account: Account = {
    url,
    clock,
    signingTime: () => Math.floor(signingClock() / 1000),
    setClock(now) {
      ahead = now === null ? 0 : now - from.clock()
      account.agenda.wake()
      account.deliveries.wake()
    },
    database,
    store,
    agenda: createAgenda({ database, clock, work: laterWork(() => account) }),
    idempotency: createIdempotency(database, clock),
    deliveries: new Deliveries({
      database,
      clock,
      attempt: (delivery) => attemptDelivery(account, delivery),
      faults: deliveryFaults,
    }),
    deliveryFaults,
    listeners: new Listeners({
      now: from.clock,
      signingTime: () => account.signingTime(),
      store,
      memory: rememberListeners(database),
      render: (event, version) => renderEvent(account, event, version),
    }),
    faults: createFaults(),
    requests: createRequestLog((request) => account.listeners.publishRequest(request)),
  }
  return account
}
