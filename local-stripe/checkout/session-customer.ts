// The customer of a session: one that it was made for, one that it makes itself (`customer_creation: always`), or none.
import type { Account } from '../account.ts'
import { insertCustomer } from '../customers/customers.ts'
import type { Session } from '../store/stripe-types.ts'
import type { Shopper } from './shopper.ts'

/** The id of the session's customer, made now if it is time for one; null for a guest. */
export function sessionCustomer(account: Account, session: Session, shopper: Shopper): string | null {
  if (session.customer !== null || session.customer_creation !== 'always') return session.customer
  session.customer = insertCustomer(account, shopper).id
  return session.customer
}
