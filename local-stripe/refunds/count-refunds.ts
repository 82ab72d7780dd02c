// What a charge says of its refunds, and the events about a refund itself.
import type { Account } from '../account.ts'
import { previousAttributes } from '../events/previous-attributes.ts'
import { recordEvent, type EventCause } from '../events/record-event.ts'
import type { Charge, Refund } from '../store/stripe-types.ts'

/** The stored charge of a refund. */
export function chargeOf(account: Account, refund: Refund): Charge {
  const charge = refund.charge && account.store.find('charge', refund.charge)
  if (!charge) throw new Error(`The charge of the refund ${refund.id} is gone.`)
  return charge
}

/** Counts the refunds of a charge anew. Only what has reached the customer counts: a pending refund does not yet. */
export function countRefunds(
  account: Account,
  charge: Charge,
): { charge: Charge; previous: Record<string, unknown> } {
  const done = account.store.children('refund', charge.id).filter(({ status }) => status === 'succeeded')
  const amount_refunded = done.reduce((sum, refund) => sum + refund.amount, 0)
  const counted: Charge = {
    ...charge,
    amount_refunded,
    refunded: amount_refunded === charge.amount,
  }
  account.store.save(counted)
  return { charge: counted, previous: previousAttributes(charge, counted) ?? {} }
}

/** The two events about a refund that changed. */
export function tellOfUpdate(account: Account, refund: Refund, cause: EventCause): void {
  recordEvent(account, { type: 'refund.updated', object: refund }, cause)
  recordEvent(account, { type: 'charge.refund.updated', object: refund }, cause)
}
