// Two or three seconds after a charge its balance transaction arrives and `charge.updated` tells of it.
import type { Account } from '../account.ts'
import { recordEvent } from '../events/record-event.ts'
import { siblingId } from '../store/new-id.ts'

/** Books a charge: the agenda's task after a payment. */
export function bookCharge(account: Account, id: string): void {
  const charge = account.store.find('charge', id)
  if (charge === null || charge.balance_transaction !== null || charge.status !== 'succeeded') return
  const booked = { ...charge, balance_transaction: siblingId('txn_', charge.payment_intent ?? charge.id) }
  account.store.save(booked)
  const previous = { balance_transaction: null }
  recordEvent(account, { type: 'charge.updated', object: booked }, { previous })
}
