// Cards (https://docs.stripe.com/testing). Only Stripe's test numbers: a real one is refused before anything is written.
import type { PaymentMethod, PaymentMethodDetails } from '../../store/stripe-types.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { findTestCard, hasValidChecksum, type TestCard } from '../test-values/test-cards.ts'
import { authenticationOf } from './card-authentication.ts'
import type { Attempt, Method, MethodChoice, MethodError, ReadMethod, Typed } from './method.ts'

export const card: Method = {
  type: 'card',
  currencies: null,
  chargePrefix: 'ch_',
  flow: 'immediate',
  holds: true,
  read,
  details,
  options: {
    card: { installments: null, mandate_options: null, network: null, request_three_d_secure: 'automatic' },
  },
}

export type Expiry = { month: number; year: number }

/** The choice of a test card; `cvc` says whether a security code came with it. */
export function cardChoice(testCard: TestCard, expiry: Expiry, cvc = true): MethodChoice {
  return { type: 'card', part: { card: cardPart(testCard, expiry, cvc) }, course: courseOf(testCard, cvc) }
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

/** Without a security code none can be wrong. */
function courseOf({ course }: TestCard, cvc: boolean): TestCard['course'] {
  return !cvc && course.outcome === 'cvc_check_failed' ? { ...course, outcome: 'success' } : course
}

function cardPart(testCard: TestCard, expiry: Expiry, cvc: boolean): NonNullable<PaymentMethod['card']> {
  const { brand, coBrand, country, funding, number } = testCard
  const available = coBrand === null ? [brand] : [coBrand, brand]
  return {
    brand,
    checks: {
      address_line1_check: null,
      address_postal_code_check: null,
      cvc_check: cvc ? 'unchecked' : null,
    },
    country,
    display_brand: displayBrands[coBrand ?? brand] ?? brand,
    exp_month: expiry.month,
    exp_year: expiry.year,
    fingerprint: fingerprintOf(number),
    funding,
    generated_from: null,
    last4: number.slice(-4),
    networks: { available, preferred: null },
    regulated_status: 'unregulated',
    three_d_secure_usage: { supported: brand !== 'amex' },
    wallet: null,
  }
}

const displayBrands: Partial<Record<string, string>> = {
  amex: 'american_express',
  diners: 'diners_club',
  eftpos_au: 'eftpos_australia',
  unionpay: 'union_pay',
}

function details(attempt: Attempt): PaymentMethodDetails {
  const { intent, method, course } = attempt
  const shown = method.card
  if (shown === undefined) throw new Error(`${method.id} is no card.`)
  const { brand, country, exp_month, exp_year, fingerprint = null, funding, last4 } = shown
  const address = method.billing_details.address
  const incorrect = course.outcome === 'incorrect_cvc' || course.outcome === 'cvc_check_failed'
  return {
    type: 'card',
    card: {
      amount_authorized: intent.amount,
      authorization_code: null,
      brand,
      checks: {
        address_line1_check: address?.line1 ? course.checks.line1 : null,
        address_postal_code_check: address?.postal_code ? course.checks.postalCode : null,
        cvc_check: incorrect ? 'fail' : cvcCheck(shown),
      },
      country,
      electronic_commerce_indicator: null,
      exp_month,
      exp_year,
      fingerprint,
      funding,
      installments: null,
      last4,
      mandate: null,
      network: brand,
      network_token: { used: false },
      network_transaction_id: null,
      regulated_status: 'unregulated',
      three_d_secure: authenticationOf(attempt),
      transaction_link_id: null,
      wallet: null,
    },
  }
}

function cvcCheck(shown: NonNullable<PaymentMethod['card']>): string | null {
  return shown.checks?.cvc_check === null ? null : 'pass'
}
