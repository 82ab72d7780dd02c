// Cards (https://docs.stripe.com/testing). Only Stripe's test numbers: a real one is refused before anything is written.
import type { PaymentMethod, PaymentMethodDetails } from '../../store/stripe-types.ts'
import { plainCourse, type Course } from '../course.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { findTestCard, hasValidChecksum, type TestCard } from '../test-cards.ts'
import type { Attempt, Method, MethodChoice, MethodError, ReadMethod, Typed } from './method.ts'

export const card: Method = {
  type: 'card',
  currencies: null,
  chargePrefix: 'ch_',
  speed: 'immediate',
  read,
  details,
}

export type Expiry = { month: number; year: number }

/** The choice of a test card. */
export function cardChoice(testCard: TestCard, expiry: Expiry): MethodChoice {
  return { type: 'card', part: { card: cardPart(testCard, expiry) }, course: courseOf(testCard) }
}

/** Whether a typed number may be shown again: a test card, or a slip that cannot be a real card. */
export function mayShowNumber(typed: string): boolean {
  const number = digits(typed)
  return findTestCard(number) !== null || !hasValidChecksum(number)
}

function read(typed: Typed, now: number): ReadMethod {
  const number = digits(typed['cardNumber'])
  const found = findTestCard(number)
  const expiry = readExpiry(typed['cardExpiry'] ?? '')
  const cvc = digits(typed['cardCvc'])
  const errors = {
    ...(found === null && { cardNumber: wrongNumber(number) }),
    ...wrongExpiry(expiry, now),
    ...(cvc.length !== (found?.brand === 'amex' ? 4 : 3) && { cardCvc: 'cvcIncomplete' as const }),
  }
  if (found === null || expiry === null || Object.keys(errors).length > 0) return { ok: false, errors }
  return { ok: true, choice: cardChoice(found, expiry) }
}

function wrongNumber(number: string): MethodError {
  if (number.length < 12) return 'numberIncomplete'
  return hasValidChecksum(number) ? 'numberReal' : 'numberInvalid'
}

/** `MM / YY`, with or without the slash and the blanks, the year with two or four digits. */
function readExpiry(typed: string): Expiry | null {
  const found = /^(0?[1-9]|1[0-2])\s*\/?\s*(?:20)?(\d\d)$/.exec(typed.trim())
  return found === null ? null : { month: Number(found[1]), year: 2000 + Number(found[2]) }
}

function wrongExpiry(expiry: Expiry | null, now: number): { cardExpiry?: MethodError } {
  if (expiry === null) return { cardExpiry: 'expiryIncomplete' }
  return Date.UTC(expiry.year, expiry.month) <= now ? { cardExpiry: 'expiryPast' } : {}
}

function digits(typed: string | undefined): string {
  return (typed ?? '').replaceAll(/\D/g, '')
}

function courseOf(testCard: TestCard): Course {
  const { challenge, outcome, aftermath } = testCard
  return { ...plainCourse, challenge: challenge ? 'always' : 'never', outcome, aftermath }
}

function cardPart(testCard: TestCard, expiry: Expiry): NonNullable<PaymentMethod['card']> {
  const { brand, country, funding, number } = testCard
  return {
    brand,
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
    country,
    display_brand: brand,
    exp_month: expiry.month,
    exp_year: expiry.year,
    fingerprint: fingerprintOf(number),
    funding,
    generated_from: null,
    last4: number.slice(-4),
    networks: { available: [brand], preferred: null },
    regulated_status: 'unregulated',
    three_d_secure_usage: { supported: true },
    wallet: null,
  }
}

function details({ intent, method, course, authenticated }: Attempt): PaymentMethodDetails {
  const shown = method.card
  if (shown === undefined) throw new Error(`${method.id} is no card.`)
  const { brand, country, exp_month, exp_year, fingerprint = null, funding, last4 } = shown
  const same = { brand, country, exp_month, exp_year, fingerprint, funding, last4 }
  const postalCode = method.billing_details.address?.postal_code ?? null
  return {
    type: 'card',
    card: {
      ...same,
      amount_authorized: intent.amount,
      authorization_code: null,
      checks: {
        address_line1_check: null,
        address_postal_code_check: postalCode === null ? null : 'pass',
        cvc_check: course.outcome === 'incorrect_cvc' ? 'fail' : 'pass',
      },
      electronic_commerce_indicator: null,
      installments: null,
      mandate: null,
      network: brand,
      network_token: { used: false },
      network_transaction_id: null,
      regulated_status: 'unregulated',
      three_d_secure: authenticated ? challenged : null,
      transaction_link_id: null,
      wallet: null,
    },
  }
}

const challenged = {
  authentication_flow: 'challenge',
  electronic_commerce_indicator: '05',
  exemption_indicator: null,
  result: 'authenticated',
  result_reason: null,
  transaction_id: null,
  version: '2.2.0',
} as const
