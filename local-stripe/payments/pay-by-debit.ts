// SEPA debit: the session is complete while the payment is still on its way; the bank's answer comes later.
import type { Account } from '../account.ts'
import { completeSession } from '../checkout/complete-session.ts'
import type { Shopper } from '../checkout/shopper.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Charge, Event, PaymentIntent, Session } from '../store/stripe-types.ts'
import { beginPayment, chargeShopper } from './begin-payment.ts'
import { chargePlan } from './charge-plan.ts'
import { paymentError } from './decline-payment.ts'
import type { Decline } from './declines.ts'
import type { DebitDraft } from './payment-method.ts'
import { succeedPayment } from './succeed-payment.ts'
import type { TestIban } from './test-ibans.ts'

/** Starts the debit and completes the session as `unpaid`; gives the event of that. */
export function payByDebit(
  account: Account,
  payment: { session: Session; draft: DebitDraft; bank: TestIban; shopper: Shopper },
): Event {
  const { session, bank, shopper } = payment
  const begun = beginPayment(account, payment)
  const plan = { aftermath: bank.aftermath, debit: { session: session.id, outcome: bank.outcome } }
  const { charge, intent } = chargeShopper(account, begun, { result: 'pending', authenticated: false, plan })
  const processing: PaymentIntent = { ...intent, status: 'processing' }
  account.store.save(processing)
  recordEvent(account, { type: 'charge.pending', object: charge }, begun.cause)
  recordEvent(account, { type: 'payment_intent.processing', object: processing }, begun.cause)
  account.agenda.add({ task: 'settle_debit', subject: charge.id, due: account.clock() + bank.delay })
  return completeSession(account, { session, shopper, paymentStatus: 'unpaid' })
}

/** The bank has answered: the agenda's task. The session becomes paid, or stays unpaid for good. */
export function settleDebit(account: Account, id: string): void {
  const charge = account.store.find('charge', id)
  const plan = chargePlan(account, id).debit
  const session = plan && account.store.find('checkout.session', plan.session)
  const intent = charge?.payment_intent ? account.store.find('payment_intent', charge.payment_intent) : null
  if (charge?.status !== 'pending' || session === null || intent === null) return
  const debit = { charge, intent, session }
  if (plan?.outcome === 'success') succeedDebit(account, debit)
  else failDebit(account, debit)
}

type Debit = { charge: Charge; intent: PaymentIntent; session: Session }

function succeedDebit(account: Account, { charge, intent, session }: Debit): void {
  const paidCharge: Charge = { ...charge, status: 'succeeded', paid: true, captured: true }
  const paidSession: Session = { ...session, payment_status: 'paid' }
  account.store.save(paidCharge)
  account.store.save(paidSession)
  succeedPayment(account, { charge: paidCharge, intent })
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
