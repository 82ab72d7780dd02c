// SEPA debit: the session is complete while the payment is still on its way; the bank's answer comes later.
import type { Account } from '../account.ts'
import { completeSession } from '../checkout/complete-session.ts'
import { sessionCustomer } from '../checkout/session-customer.ts'
import type { Shopper } from '../checkout/session-details.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Charge, Event, PaymentIntent, Session } from '../store/stripe-types.ts'
import { paymentError } from './decline-payment.ts'
import type { Decline } from './declines.ts'
import { insertCharge } from './insert-charge.ts'
import { succeed } from './pay-by-card.ts'
import { billingDetails, insertPaymentMethod, methodDetails, type DebitDraft } from './payment-method.ts'
import { pageCause, sessionIntent } from './session-intent.ts'
import type { TestIban } from './test-ibans.ts'

/** Starts the debit and completes the session as `unpaid`; gives the event of that. */
export function payByDebit(
  account: Account,
  payment: { session: Session; draft: DebitDraft; bank: TestIban; shopper: Shopper },
): Event {
  const { session, draft, bank, shopper } = payment
  const cause = pageCause(account, session)
  const intent = sessionIntent(account, session, cause)
  const method = insertPaymentMethod(account, draft, shopper)
  const check = { amount: intent.amount, authenticated: false, cvcCheck: '', postalCode: null }
  const owned = { ...intent, customer: sessionCustomer(account, session, shopper) }
  const charge = insertCharge(account, {
    intent: owned,
    paymentMethod: method.id,
    billing: billingDetails(shopper),
    details: methodDetails(draft, check),
    result: 'pending',
  })
  const processing: PaymentIntent = {
    ...owned,
    last_payment_error: null,
    latest_charge: charge.id,
    payment_method: method.id,
    status: 'processing',
  }
  account.store.save(processing)
  account.store.hide(charge.id, { session: session.id, outcome: bank.outcome })
  recordEvent(account, { type: 'charge.pending', object: charge }, cause)
  recordEvent(account, { type: 'payment_intent.processing', object: processing }, cause)
  account.agenda.add({ task: 'settle_debit', subject: charge.id, due: account.clock() + bank.delay })
  return completeSession(account, { session, shopper, paymentStatus: 'unpaid' })
}

/** The bank has answered: the agenda's task. The session becomes paid, or stays unpaid for good. */
export function settleDebit(account: Account, id: string): void {
  const charge = account.store.find('charge', id)
  const { session: sessionId, outcome } = debitPlan(account, id)
  const session = account.store.find('checkout.session', sessionId)
  const intent = charge?.payment_intent ? account.store.find('payment_intent', charge.payment_intent) : null
  if (charge?.status !== 'pending' || session === null || intent === null) return
  const debit = { charge, intent, session }
  if (outcome === 'success') succeedDebit(account, debit)
  else failDebit(account, debit)
}

type DebitPlan = { session: string; outcome: TestIban['outcome'] }
type Debit = { charge: Charge; intent: PaymentIntent; session: Session }

function succeedDebit(account: Account, { charge, intent, session }: Debit): void {
  const paidCharge: Charge = { ...charge, status: 'succeeded', paid: true, captured: true }
  const paidIntent = succeed(intent, { charge: charge.id, method: charge.payment_method ?? '' })
  const paidSession: Session = { ...session, payment_status: 'paid' }
  for (const object of [paidCharge, paidIntent, paidSession]) account.store.save(object)
  recordEvent(account, { type: 'charge.succeeded', object: paidCharge })
  recordEvent(account, { type: 'payment_intent.succeeded', object: paidIntent })
  recordEvent(account, { type: 'checkout.session.async_payment_succeeded', object: paidSession })
}

function failDebit(account: Account, { charge, intent, session }: Debit): void {
  const { code, message } = refusedByBank
  const failedCharge: Charge = {
    ...charge,
    status: 'failed',
    paid: false,
    failure_code: code,
    failure_message: message,
  }
  const method = account.store.find('payment_method', charge.payment_method ?? '')
  const failedIntent: PaymentIntent = {
    ...intent,
    ...(method && { last_payment_error: paymentError({ decline: refusedByBank, method, charge }) }),
    payment_method: null,
    status: 'requires_payment_method',
  }
  account.store.save(failedCharge)
  account.store.save(failedIntent)
  recordEvent(account, { type: 'charge.failed', object: failedCharge })
  recordEvent(account, { type: 'payment_intent.payment_failed', object: failedIntent })
  recordEvent(account, { type: 'checkout.session.async_payment_failed', object: session })
}

const refusedByBank: Decline = {
  code: 'payment_method_customer_decline',
  decline_code: null,
  message: "The customer's bank refused the debit.",
  outcome: {
    type: 'issuer_declined',
    network_status: 'declined_by_network',
    reason: 'generic_decline',
    seller_message: '',
  },
}

function debitPlan(account: Account, charge: string): DebitPlan {
  const plan: DebitPlan = JSON.parse(account.store.hidden(charge))
  return plan
}
