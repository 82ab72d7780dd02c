// 3D Secure (https://docs.stripe.com/testing#regulatory-cards): when the bank asks, and what the charge says of it.
import type { PaymentMethodDetails } from '../../store/stripe-types.ts'
import type { Attempt } from './method.ts'

type ThreeDSecure = NonNullable<PaymentMethodDetails['card']>['three_d_secure']

/** Whether the bank lets a card pass, asks the shopper, refuses because nobody is there to ask, or cannot be reached. */
export function bankAsks(attempt: Attempt, offSession: boolean): 'no' | 'asks' | 'nobody_there' | 'fails' {
  const asksShopper = offSession ? 'nobody_there' : 'asks'
  switch (attempt.course.challenge) {
    case 'always':
    case 'unless_set_up':
      return asksShopper
    case 'on_session':
      return offSession ? 'no' : 'asks'
    case 'on_request':
      return isRequested(attempt) ? asksShopper : 'no'
    case 'fails_on_request':
      return isRequested(attempt) ? 'fails' : 'no'
    case 'never':
    case 'frictionless':
    default:
      return 'no'
  }
}

/** What stands on the charge of an authenticated payment; null for one that was not. */
export function authenticationOf(attempt: Attempt): ThreeDSecure {
  if (attempt.authenticated) return { ...authenticated, authentication_flow: 'challenge' }
  if (attempt.course.challenge === 'frictionless') {
    return { ...authenticated, authentication_flow: 'frictionless' }
  }
  if (!isRequested(attempt) || attempt.method.card?.brand === 'amex') return null
  return { ...authenticated, electronic_commerce_indicator: '06', result: 'attempt_acknowledged' }
}

function isRequested({ intent }: Attempt): boolean {
  const request = intent.payment_method_options?.card?.request_three_d_secure
  return request === 'any' || request === 'challenge'
}

const authenticated = {
  authentication_flow: null,
  electronic_commerce_indicator: '05',
  exemption_indicator: null,
  result: 'authenticated',
  result_reason: null,
  transaction_id: null,
  version: '2.2.0',
} as const
