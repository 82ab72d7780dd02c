// A session ends unpaid: at its own time, or because the shop says so.
import type { Account } from '../account.ts'
import { recordEvent } from '../events/record-event.ts'
import type { RequestNames } from '../api/route.ts'
import type { Session } from '../store/stripe-types.ts'
import { sessionDetails } from './session-details.ts'

/** Expires an open session and gives it. */
export function expireSession(account: Account, session: Session, request?: RequestNames): Session {
  const expired: Session = { ...session, status: 'expired', url: null }
  account.store.save(expired)
  const { version } = sessionDetails(account, session.id)
  const cause = { version, ...(request && { request }) }
  recordEvent(account, { type: 'checkout.session.expired', object: expired }, cause)
  return expired
}

/** The agenda's task at `expires_at`: nothing happens to a session that is no longer open. */
export function expireAtLast(account: Account, id: string): void {
  const session = account.store.find('checkout.session', id)
  if (session?.status === 'open') expireSession(account, session)
}
