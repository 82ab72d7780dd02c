// The shopper comes back from the bank: authenticated, or not.
import type { Account } from '../account.ts'
import { hideDetails, sessionDetails } from '../checkout/session-details.ts'
import { seeOther, type Reply } from '../http/reply.ts'
import { ordinary } from '../payments/charge-plan.ts'
import type { Session } from '../store/stripe-types.ts'
import type { Messages } from './english.ts'
import { finishCard } from './pay.ts'

/** Answers the bank's form; without a payment that waits for it, the checkout begins anew. */
export async function answerChallenge(
  account: Account,
  answered: { session: Session; messages: Messages; outcome: string },
): Promise<Reply> {
  const { session, messages, outcome } = answered
  const details = sessionDetails(account, session.id)
  if (details.challenge === null) return seeOther(`/c/pay/${session.id}`)
  const { draft, shopper, outcome: afterwards } = details.challenge
  hideDetails(account, session.id, { ...details, challenge: null })
  const authenticated = outcome === 'authorize'
  const values = {
    email: shopper.email ?? '',
    phoneNumber: shopper.phone ?? '',
    billingName: shopper.name ?? '',
    billingCountry: shopper.address.country ?? '',
    billingPostalCode: shopper.address.postal_code ?? '',
  }
  const payment = { session, draft, shopper, authenticated, aftermath: ordinary }
  const result = authenticated ? afterwards : 'authentication_failed'
  return finishCard(account, { session, messages, values }, { ...payment, outcome: result })
}
