// Charges as other things need them.
import type { Account } from '../account.ts'
import { noSuch } from '../api/stripe-error.ts'
import type { Charge } from '../store/stripe-types.ts'

/** The charge of a URL. Throws Stripe's 404. */
export function chargeAt(account: Account, id: string, param = 'id'): Charge {
  const charge = account.store.find('charge', id)
  if (charge === null) throw noSuch('charge', id, param)
  return charge
}
