// The shopper comes back from the bank: authenticated, or not.
import type { Account } from '../account.ts'
import { seeOther, type Reply } from '../http/reply.ts'
import { answerAction, payingShopper, pendingAction } from '../payments/pay-session.ts'
import type { Session } from '../store/stripe-types.ts'
import type { Messages } from './english.ts'
import { leadOn } from './pay.ts'

/** Answers the bank's form; without a payment that waits for it, the checkout begins anew. */
export async function answerChallenge(
  account: Account,
  answered: { session: Session; messages: Messages; outcome: string },
): Promise<Reply> {
  const { session, messages } = answered
  const shopper = payingShopper(account, session)
  if (shopper === null || pendingAction(account, session) === null) return seeOther(`/c/pay/${session.id}`)
  const outcome = answered.outcome === 'authorize' ? 'authorize' : 'fail'
  const paid = account.store.transaction(() => answerAction(account, { session, outcome }))
  const values = {
    email: shopper.email ?? '',
    phoneNumber: shopper.phone ?? '',
    billingName: shopper.name ?? '',
    billingCountry: shopper.address.country ?? '',
    billingPostalCode: shopper.address.postal_code ?? '',
  }
  return leadOn(account, { session, messages, values }, paid)
}
