// The heart of every payment, made on the page or through the API: a PaymentIntent and a payment method go in, and what
// comes of it is stored and told in Stripe's order. Call it in a transaction.
import type { Account } from '../account.ts'
import { recordEvent, type EventCause } from '../events/record-event.ts'
import type { PaymentIntent, PaymentMethod } from '../store/stripe-types.ts'
import { declinePayment } from './decline-payment.ts'
import { declineOf, isDecline, type CardOutcome, type Decline } from './declines.ts'
import { holdPayment } from './hold-payment.ts'
import { insertCharge } from './insert-charge.ts'
import { hideIntent, intentDetails } from './intent-details.ts'
import { keepMethod } from './keep-method.ts'
import { methodDetails } from './method-details.ts'
import { isHeld } from './method-settings.ts'
import { bankAsks } from './methods/card-authentication.ts'
import type { Attempt } from './methods/method.ts'
import { methodOf } from './methods/methods.ts'
import { requireAction, type Action } from './require-action.ts'
import { settleLater } from './settle-later.ts'
import { succeedPayment } from './succeed-payment.ts'

export type Confirmation = {
  intent: PaymentIntent
  method: PaymentMethod
  cause: EventCause
  /** Whether the shopper has passed the bank's challenge or the wallet's page. */
  authenticated?: boolean
  /** Whether the shopper is not there to be asked. */
  offSession?: boolean
  /** Fails the payment where the shopper would have to do something. */
  errorOnAction?: boolean
  returnUrl?: string | null
  /** Gives the customer when the payment is not refused; the intent's own when left out. */
  owner?: () => string | null
}
export type Confirmed =
  | {
      result: 'succeeded' | 'processing' | 'requires_capture' | 'requires_confirmation'
      intent: PaymentIntent
    }
  | { result: 'requires_action'; intent: PaymentIntent; action: Action }
  | { result: 'declined'; intent: PaymentIntent; decline: Decline }

/** Tries to pay a PaymentIntent with a payment method. */
export function confirmIntent(account: Account, confirmation: Confirmation): Confirmed {
  const { intent, cause, errorOnAction = false, returnUrl = null } = confirmation
  const { attempts } = intentDetails(account, intent.id)
  hideIntent(account, intent.id, { attempts: attempts + 1, authenticated: null, returnUrl })
  const attempt = attemptOf(account, confirmation)
  const step = firstStep(account, attempt, confirmation.offSession ?? false)
  if (step.refused !== null) return decline(account, { ...attempt, cause }, step.refused)
  if (step.action !== null && errorOnAction) {
    return decline(account, { ...attempt, cause }, 'authentication_not_handled')
  }
  if (step.action !== null) return requireAction(account, { ...attempt, cause }, step.action)
  const { outcome } = attempt.course
  if (isDecline(outcome)) return decline(account, { ...attempt, cause }, outcome)
  const { owner } = confirmation
  const owned = { ...intent, customer: owner ? owner() : intent.customer }
  return takeMoney(account, { ...attempt, intent: owned, cause })
}

function attemptOf(account: Account, confirmation: Confirmation): Attempt {
  const { intent, method, authenticated = false, returnUrl = null } = confirmation
  const course =
    methodOf(method.type).course?.({ intent, method }) ?? methodDetails(account, method.id).course
  return { intent, method, course, authenticated, returnUrl }
}

type Step = { action: Action | null; refused: CardOutcome | null }
const nothingFirst: Step = { action: null, refused: null }

/** What stands between the confirmation and the money: something to do for the shopper, a refusal, or nothing. */
function firstStep(account: Account, attempt: Attempt, offSession: boolean): Step {
  if (attempt.authenticated) return nothingFirst
  switch (methodOf(attempt.method.type).flow) {
    case 'redirect':
      return { ...nothingFirst, action: 'redirect' }
    case 'qr_code':
      return { ...nothingFirst, action: 'qr_code' }
    case 'voucher':
      return { ...nothingFirst, action: 'voucher' }
    case 'debit': {
      const unverified =
        attempt.method.type === 'us_bank_account' && !methodDetails(account, attempt.method.id).verified
      return { ...nothingFirst, action: unverified ? 'microdeposits' : null }
    }
    case 'immediate':
    default:
      return firstStepOfCard(attempt, offSession)
  }
}

function firstStepOfCard(attempt: Attempt, offSession: boolean): Step {
  switch (bankAsks(attempt, offSession)) {
    case 'asks':
      return { ...nothingFirst, action: 'challenge' }
    case 'nobody_there':
      return { ...nothingFirst, refused: 'authentication_required' }
    case 'fails':
      return { ...nothingFirst, refused: 'authentication_failed' }
    case 'no':
    default:
      return nothingFirst
  }
}

type Trial = Attempt & { cause: EventCause }

function decline(account: Account, trial: Trial, outcome: CardOutcome): Confirmed {
  const reason = declineOf(outcome)
  return { result: 'declined', decline: reason, intent: declinePayment(account, trial, reason) }
}

function takeMoney(account: Account, trial: Trial): Confirmed {
  const { intent, method, cause } = trial
  const held = isHeld(intent, method.type)
  const delayed = methodOf(method.type).flow === 'debit'
  keepMethod(account, { intent, method, cause })
  const charge = insertCharge(account, trial, resultOf(held, delayed))
  const tried = { ...intent, last_payment_error: null, latest_charge: charge.id, payment_method: method.id }
  if (held) {
    return { result: 'requires_capture', intent: holdPayment(account, { charge, intent: tried }, cause) }
  }
  if (!delayed) {
    return { result: 'succeeded', intent: succeedPayment(account, { charge, intent: tried }, cause) }
  }
  const processing: PaymentIntent = { ...tried, next_action: null, status: 'processing' }
  account.store.save(processing)
  recordEvent(account, { type: 'charge.pending', object: charge }, cause)
  recordEvent(account, { type: 'payment_intent.processing', object: processing }, cause)
  settleLater(account, intent.id, trial.course.delay)
  return { result: 'processing', intent: processing }
}

function resultOf(held: boolean, delayed: boolean) {
  if (held) return 'authorized' as const
  return delayed ? ('pending' as const) : ('succeeded' as const)
}
