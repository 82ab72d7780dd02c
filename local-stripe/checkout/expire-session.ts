// A session ends unpaid: at its own time, or because the shop says so. A payment that was begun is canceled with it.
import { seconds, type Account } from '../account.ts'
import { recordEvent, type EventCause } from '../events/record-event.ts'
import type { RequestNames } from '../api/route.ts'
import { cancelIntent } from '../payments/cancel-intent.ts'
import type { Session } from '../store/stripe-types.ts'
import { sessionDetails } from './session-details.ts'

const recoverable = 30 * 24 * 3600
/** A PaymentIntent in one of these has not taken or held any money yet. */
export const unfinished: ReadonlySet<string> = new Set([
  'requires_payment_method',
  'requires_confirmation',
  'requires_action',
])

/** Expires an open session and gives it. */
export function expireSession(account: Account, session: Session, request?: RequestNames): Session {
  const { version } = sessionDetails(account, session.id)
  const cause = { version, ...(request && { request }) }
  cancelPayment(account, session, cause)
  const expired: Session = {
    ...session,
    after_expiration: recoveryOf(account, session),
    status: 'expired',
    url: null,
  }
  account.store.save(expired)
  recordEvent(account, { type: 'checkout.session.expired', object: expired }, cause)
  return expired
}

/** The agenda's task at `expires_at`: nothing happens to a session that is no longer open. */
export function expireAtLast(account: Account, id: string): void {
  const session = account.store.find('checkout.session', id)
  if (session?.status === 'open') expireSession(account, session)
}

function cancelPayment(account: Account, session: Session, cause: EventCause): void {
  const intent = account.store.find('payment_intent', session.payment_intent ?? '')
  if (intent === null || !unfinished.has(intent.status)) return
  cancelIntent(account, { intent, reason: 'expired' }, cause)
}

/** The address that makes a new session of this one, for thirty days, if the shop wanted one. */
function recoveryOf(account: Account, session: Session): Session['after_expiration'] {
  const recovery = session.after_expiration?.recovery
  if (recovery?.enabled !== true) return session.after_expiration
  const expires_at = seconds(account) + recoverable
  return { recovery: { ...recovery, expires_at, url: `${account.url}/c/recover/${session.id}` } }
}
