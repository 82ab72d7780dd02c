// Stripe's test cards (https://docs.stripe.com/testing) and what becomes of a payment with each. Any other number is
// refused before anything is written: a real card must never end up in a pretend Stripe.
import { ordinary, type Aftermath } from '../charge-plan.ts'
import { plainCourse, type Course } from '../course.ts'
import type { DisputeKind } from '../../disputes/dispute-kinds.ts'
import { workingNumbers, type CardNumber } from './card-numbers.ts'

export type TestCard = CardNumber & { course: Course }

/** The test card of a number (digits only), or null when it is not one. */
export function findTestCard(number: string): TestCard | null {
  return byNumber.get(number) ?? null
}

/** The test card of a name, the `visa` of `pm_card_visa` and `tok_visa`; null when there is none. */
export function findCardByName(name: string): TestCard | null {
  return byName.get(name) ?? null
}

/** Whether the last digit of a card number fits the others (Luhn). */
export function hasValidChecksum(number: string): boolean {
  const sum = Array.from(number)
    .toReversed()
    .reduce((total, digit, place) => {
      const value = Number(digit) * (place % 2 === 0 ? 1 : 2)
      return total + (value > 9 ? value - 9 : value)
    }, 0)
  return sum % 10 === 0
}

type Special = { number: string; ids?: string[]; country?: string; course: Partial<Course> }

const declines: Special[] = [
  declined('4000000000000002', 'generic_decline', ['visa_chargeDeclined', 'chargeDeclined']),
  declined('4000000000009995', 'insufficient_funds', [
    'visa_chargeDeclinedInsufficientFunds',
    'chargeDeclinedInsufficientFunds',
  ]),
  declined('4000000000009987', 'lost_card', ['visa_chargeDeclinedLostCard', 'chargeDeclinedLostCard']),
  declined('4000000000009979', 'stolen_card', ['visa_chargeDeclinedStolenCard', 'chargeDeclinedStolenCard']),
  declined('4000000000000069', 'expired_card', ['chargeDeclinedExpiredCard']),
  declined('4000000000000127', 'incorrect_cvc', ['chargeDeclinedIncorrectCvc']),
  declined('4000000000000119', 'processing_error', ['chargeDeclinedProcessingError']),
  declined('4000000000006975', 'card_velocity_exceeded', ['visa_chargeDeclinedVelocityLimitExceeded']),
  {
    number: '4000000000000341',
    ids: ['chargeCustomerFail', 'visa_chargeCustomerFail'],
    course: { outcome: 'generic_decline' },
  },
]

const authenticated: Special[] = [
  asking('4000002500003155', 'unless_set_up', { country: 'FR', ids: ['authenticationRequiredOnSetup'] }),
  asking('4000002760003184', 'always', { country: 'DE', ids: ['authenticationRequired'] }),
  asking('4000003800000446', 'on_session', {
    country: 'IE',
    ids: ['authenticationRequiredSetupForOffSession'],
  }),
  asking('4000008260003178', 'always', {
    country: 'GB',
    ids: ['authenticationRequiredChargeDeclinedInsufficientFunds'],
    outcome: 'insufficient_funds',
  }),
  asking('4000000000003220', 'always', {
    country: 'IE',
    ids: ['threeDSecure2Required', 'threeDSecureRequired'],
  }),
  asking('4000008400000027', 'always'),
  asking('4000008400001629', 'always', {
    ids: ['threeDSecureRequiredChargeDeclined'],
    outcome: 'generic_decline',
  }),
  asking('4000008400001280', 'never', {
    ids: ['threeDSecureRequiredProcessingError'],
    outcome: 'lookup_failed',
  }),
  asking('4000000000003055', 'on_request', { ids: ['threeDSecureOptional'] }),
  asking('4000000000003097', 'fails_on_request', { ids: ['threeDSecureOptionalProcessingError'] }),
  asking('4000000032200000', 'frictionless'),
  ...['4000582600000094', '4000582600000045', '4000582600000102', '4000582600000110'].map((number) =>
    asking(number, 'always'),
  ),
]

const risky: Special[] = [
  {
    number: '4100000000000019',
    ids: ['radarBlock', 'chargeDeclinedFraudulent'],
    course: { outcome: 'blocked', risk: 'highest' },
  },
  {
    number: '4000000000004954',
    ids: ['riskLevelHighest'],
    course: { outcome: 'blocked', risk: 'highest' },
  },
  { number: '4000000000009235', ids: ['riskLevelElevated'], course: { risk: 'elevated' } },
  {
    number: '4000000000000101',
    ids: ['cvcCheckFail'],
    course: { outcome: 'cvc_check_failed', checks: checked({ cvc: 'fail' }) },
  },
  {
    number: '4000058400307872',
    ids: ['cvcCheckFailElevatedRisk'],
    course: { outcome: 'cvc_check_failed', risk: 'elevated', checks: checked({ cvc: 'fail' }) },
  },
  {
    number: '4000058400306072',
    ids: ['avsZipFailElevatedRisk'],
    course: { risk: 'elevated', checks: checked({ postalCode: 'fail' }) },
  },
  {
    number: '4000000000000010',
    ids: ['avsFail'],
    course: { checks: checked({ line1: 'fail', postalCode: 'fail' }) },
  },
  // These are blocked by settings of Radar that an account has to switch on.
  { number: '4000008400000407', ids: ['highFraudDisputeScore'], course: {} },
  { number: '4000008400000159', ids: ['highEfwScore'], course: {} },
  { number: '4000008400001017', ids: ['radarDynamicRiskThreshold'], course: {} },
  { number: '4001858821843804', ids: ['freeTrialAbuseBlock'], course: {} },
  { number: '4000008405600003', ids: ['adaptive3dsChallenge'], course: {} },
  { number: '4000000000000028', ids: ['avsLine1Fail'], course: { checks: checked({ line1: 'fail' }) } },
  { number: '4000000000000036', ids: ['avsZipFail'], course: { checks: checked({ postalCode: 'fail' }) } },
  {
    number: '4000000000000044',
    ids: ['avsUnchecked'],
    course: { checks: checked({ line1: 'unavailable', postalCode: 'unavailable' }) },
  },
]

const afterwards: Special[] = [
  followed('4000000000007726', ['pendingRefund'], { refunds: 'pending_first' }),
  followed('4000000000005126', ['refundFail'], { refunds: 'fail_later' }),
  disputed('4000000000000259', 'createDispute', ['fraudulent']),
  disputed('4000000000002685', 'createDisputeProductNotReceived', ['product_not_received']),
  disputed('4000000000001976', 'createDisputeInquiry', ['inquiry']),
  disputed('4000000404000079', 'createMultipleDisputes', ['fraudulent', 'fraudulent']),
  disputed('4000000404000038', 'createCe3EligibleDispute', ['compelling']),
  disputed('4000000001000043', 'createAutoRepresentmentEligibleDispute', ['fraudulent']),
  followed('4000000000005423', ['createIssuerFraudRecord'], { earlyFraudWarning: true }),
  followed('4000000000000077', ['bypassPending'], { bypassesPending: true }),
  {
    ...followed('4000003720000278', ['bypassPendingInternational'], { bypassesPending: true }),
    country: 'IE',
  },
  followed('4000000000000093', ['domesticPricing'], {}),
]

const all: TestCard[] = [
  ...workingNumbers().map((card) => ({ ...card, course: plainCourse })),
  ...[...declines, ...authenticated, ...risky, ...afterwards].map(special),
]
const byNumber = new Map(all.map((card) => [card.number, card]))
const byName = new Map(all.flatMap((card) => card.ids.map((id) => [id, card])))

function special({ number, ids = [], country = 'US', course }: Special): TestCard {
  const visa = { brand: 'visa', funding: 'credit', coBrand: null } as const
  return { number, ids, country, ...visa, course: { ...plainCourse, ...course } }
}

/** A card that a bank refuses at once cannot be attached to a customer either. */
function declined(number: string, outcome: Course['outcome'], ids: string[]): Special {
  return { number, ids, course: { outcome, attaches: false } }
}

function asking(
  number: string,
  challenge: Course['challenge'],
  more: { country?: string; ids?: string[]; outcome?: Course['outcome'] } = {},
): Special {
  const { outcome = 'success', ...rest } = more
  return { number, ...rest, course: { challenge, outcome } }
}

function checked(failing: Partial<Course['checks']>): Course['checks'] {
  return { ...plainCourse.checks, ...failing }
}

function followed(number: string, ids: string[], aftermath: Partial<Aftermath>): Special {
  return { number, ids, course: { aftermath: { ...ordinary, ...aftermath } } }
}

function disputed(number: string, id: string, disputes: DisputeKind[]): Special {
  return followed(number, [id], { disputes })
}
