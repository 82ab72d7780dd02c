import type { Account } from '../account.ts'
import { intentDetails } from './intent-details.ts'

/**
 * Puts down that a PaymentIntent's attempt is settled after `delay` milliseconds; null is never. The subject names the
 * attempt, `pi_…/3`, so that it is void once the PaymentIntent has been confirmed again.
 */
export function settleLater(account: Account, intent: string, delay: number | null): void {
  if (delay === null) return
  const { attempts } = intentDetails(account, intent)
  const due = account.clock() + delay
  account.agenda.add({ task: 'settle_payment', subject: `${intent}/${attempts}`, due })
}
