// The answer to a delayed payment: the agenda's task. A session that was completed unpaid is paid now, or stays unpaid
// for good.
import type { Account } from '../account.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Charge, PaymentIntent, Session } from '../store/stripe-types.ts'
import { debitFailure, type DebitFailure } from './debit-failures.ts'
import { failedIntent } from './decline-payment.ts'
import { courseOf } from './insert-payment-method.ts'
import { intentDetails } from './intent-details.ts'
import { succeedPayment } from './succeed-payment.ts'

/** Settles an attempt, `pi_…/3`; nothing happens to one that is no longer the PaymentIntent's last. */
export function settlePayment(account: Account, attempt: string): void {
  const [id = '', number] = attempt.split('/')
  const intent = account.store.find('payment_intent', id)
  if (intent?.status !== 'processing') return
  const details = intentDetails(account, id)
  const charge = account.store.find('charge', intent.latest_charge ?? '')
  if (String(details.attempts) !== number || charge?.status !== 'pending') return
  const session = details.session === null ? null : account.store.find('checkout.session', details.session)
  const { outcome } = courseOf(account, intent.payment_method ?? '')
  if (outcome === 'success') succeed(account, { charge, intent, session })
  else fail(account, { charge, intent, session }, outcome as DebitFailure)
}

type Delayed = { charge: Charge; intent: PaymentIntent; session: Session | null }

function succeed(account: Account, { charge, intent, session }: Delayed): void {
  const paidCharge: Charge = { ...charge, status: 'succeeded', paid: true }
  account.store.save(paidCharge)
  const paidSession: Session | null = session && { ...session, payment_status: 'paid' }
  if (paidSession) account.store.save(paidSession)
  succeedPayment(account, { charge: paidCharge, intent })
  if (paidSession === null) return
  recordEvent(account, { type: 'checkout.session.async_payment_succeeded', object: paidSession })
}

function fail(account: Account, { charge, intent, session }: Delayed, reason: DebitFailure): void {
  const decline = debitFailure(reason)
  const failure = { failure_code: decline.code, failure_message: decline.message }
  const failedCharge: Charge = { ...charge, ...failure, status: 'failed', paid: false }
  const method = account.store.find('payment_method', charge.payment_method ?? '')
  const failed = failedIntent(intent, { decline, method, charge })
  account.store.save(failedCharge)
  account.store.save(failed)
  recordEvent(account, { type: 'charge.failed', object: failedCharge })
  recordEvent(account, { type: 'payment_intent.payment_failed', object: failed })
  if (session) recordEvent(account, { type: 'checkout.session.async_payment_failed', object: session })
}
