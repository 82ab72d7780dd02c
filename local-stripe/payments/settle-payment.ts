// The answer to a delayed payment, a voucher or a hold: the agenda's task. A session that was completed unpaid is paid
// now, or stays unpaid for good.
import type { Account } from '../account.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Charge, PaymentIntent, PaymentMethod, Session } from '../store/stripe-types.ts'
import { releaseHold } from './cancel-intent.ts'
import type { Course } from './course.ts'
import { debitFailure, isDebitFailure } from './debit-failures.ts'
import { failedIntent } from './decline-payment.ts'
import { insertCharge } from './insert-charge.ts'
import { intentDetails } from './intent-details.ts'
import { keepMethod } from './keep-method.ts'
import { methodDetails } from './method-details.ts'
import { methodOf } from './methods/methods.ts'
import { succeedPayment } from './succeed-payment.ts'

/** Settles an attempt, `pi_…/3`; nothing happens to one that is no longer the PaymentIntent's last. */
export function settlePayment(account: Account, attempt: string): void {
  const [id = '', number] = attempt.split('/')
  const intent = account.store.find('payment_intent', id)
  const method = account.store.find('payment_method', intent?.payment_method ?? '')
  if (intent === null || method === null) return
  if (String(intentDetails(account, id).attempts) !== number) return
  if (intent.status === 'requires_capture') releaseHold(account, intent)
  if (intent.status !== 'processing' && intent.status !== 'requires_action') return
  const course =
    methodOf(method.type).course?.({ intent, method }) ?? methodDetails(account, method.id).course
  const delayed = { intent, method, course }
  if (isDebitFailure(course.outcome)) fail(account, delayed)
  else succeed(account, delayed)
}

type Delayed = { intent: PaymentIntent; method: PaymentMethod; course: Course }

function succeed(account: Account, delayed: Delayed): void {
  const { intent, method } = delayed
  const session = sessionOf(account, intent)
  const owned: PaymentIntent = { ...intent, customer: session?.customer ?? intent.customer }
  const paidSession: Session | null = session && { ...session, payment_status: 'paid' }
  if (paidSession) account.store.save(paidSession)
  if (intent.status === 'requires_action') keepMethod(account, { intent: owned, method, cause: {} })
  const charge = paidCharge(account, { ...delayed, intent: owned })
  succeedPayment(account, { charge, intent: { ...owned, latest_charge: charge.id } })
  if (paidSession === null) return
  recordEvent(account, { type: 'checkout.session.async_payment_succeeded', object: paidSession })
}

/** A debit has had its charge since it was made; a voucher gets it when it is paid. */
function paidCharge(account: Account, delayed: Delayed): Charge {
  const pending = pendingCharge(account, delayed.intent)
  if (pending === null) {
    return insertCharge(account, { ...delayed, authenticated: false, returnUrl: null }, 'succeeded')
  }
  const paid: Charge = { ...pending, status: 'succeeded', paid: true }
  account.store.save(paid)
  return paid
}

function fail(account: Account, { intent, method, course }: Delayed): void {
  if (!isDebitFailure(course.outcome)) return
  const decline = debitFailure(course.outcome)
  const charge = pendingCharge(account, intent)
  const failed = failedIntent(intent, { decline, method, charge })
  account.store.save(failed)
  if (charge !== null)
    failCharge(account, { ...charge, failure_code: decline.code, failure_message: decline.message })
  recordEvent(account, { type: 'payment_intent.payment_failed', object: failed })
  const session = sessionOf(account, intent)
  if (session) recordEvent(account, { type: 'checkout.session.async_payment_failed', object: session })
}

function failCharge(account: Account, charge: Charge): void {
  const failed: Charge = { ...charge, status: 'failed', paid: false }
  account.store.save(failed)
  recordEvent(account, { type: 'charge.failed', object: failed })
}

function pendingCharge(account: Account, intent: PaymentIntent): Charge | null {
  const charge = account.store.find('charge', intent.latest_charge ?? '')
  return charge?.status === 'pending' ? charge : null
}

function sessionOf(account: Account, intent: PaymentIntent): Session | null {
  const { session } = intentDetails(account, intent.id)
  return session === null ? null : account.store.find('checkout.session', session)
}
