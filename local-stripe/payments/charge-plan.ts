// What the bank will do with a charge, as the test number that was typed in asks for. Hidden with the charge.
import type { Account } from '../account.ts'
import type { DisputeKind } from '../disputes/dispute-kinds.ts'

/** What happens after a payment: how refunds go, what is disputed (several disputes share the amount), and the rest. */
export type Aftermath = {
  refunds: 'at_once' | 'pending_first' | 'fail_later'
  disputes: readonly DisputeKind[]
  /** Whether the card's network warns of fraud (https://docs.stripe.com/testing#disputes). */
  earlyFraudWarning?: boolean
  /** Whether the money is available at once (https://docs.stripe.com/testing#available-balance). */
  bypassesPending?: boolean
}
export type ChargePlan = { aftermath: Aftermath }

export const ordinary: Aftermath = { refunds: 'at_once', disputes: [] }

/** The plan of a stored charge. */
export function chargePlan(account: Account, charge: string): ChargePlan {
  const plan: Partial<ChargePlan> | null = JSON.parse(account.store.hidden(charge))
  return { aftermath: ordinary, ...plan }
}
