// The card of a payment form.
import { fingerprintOf, type CardDraft } from '../payments/payment-method.ts'
import { findTestCard, hasValidChecksum, type TestCard } from '../payments/test-cards.ts'
import type { Errors, Values } from './read-payment-form.ts'
import type { Messages } from './english.ts'

export type CardChoice = { type: 'card'; card: TestCard; draft: CardDraft }

/** The test card typed in, or what is wrong with each field; `now` in milliseconds. */
export function readCard(values: Values, now: number): CardChoice | { errors: Errors } {
  const number = digits(values.cardNumber)
  const card = findTestCard(number)
  const expiry = readExpiry(values.cardExpiry ?? '')
  const cvc = digits(values.cardCvc)
  const wrong = {
    cardNumber: card === null ? wrongNumber(number) : null,
    cardExpiry: wrongExpiry(expiry, now),
    cardCvc: cvc.length === (card?.brand === 'amex' ? 4 : 3) ? null : ('cvcIncomplete' as const),
  }
  const errors = Object.fromEntries(Object.entries(wrong).filter(([, error]) => error !== null))
  if (card === null || expiry === null || Object.keys(errors).length > 0) return { errors }
  return { type: 'card', card, draft: draftOf(card, expiry) }
}

/** Whether a typed number may be shown again: a test card, or a slip that cannot be a real card. */
export function mayShowNumber(typed: string): boolean {
  const number = digits(typed)
  return findTestCard(number) !== null || !hasValidChecksum(number)
}

type Expiry = { month: number; year: number }

function draftOf(card: TestCard, expiry: Expiry): CardDraft {
  const { brand, country, funding, number } = card
  const last4 = number.slice(-4)
  const date = { exp_month: expiry.month, exp_year: expiry.year }
  return { type: 'card', brand, country, funding, last4, ...date, fingerprint: fingerprintOf(number) }
}

function wrongNumber(number: string): keyof Messages {
  if (number.length < 12) return 'numberIncomplete'
  return hasValidChecksum(number) ? 'numberReal' : 'numberInvalid'
}

/** `MM / YY`, with or without the slash and the blanks, the year with two or four digits. */
function readExpiry(typed: string): Expiry | null {
  const found = /^(0?[1-9]|1[0-2])\s*\/?\s*(?:20)?(\d\d)$/.exec(typed.trim())
  return found === null ? null : { month: Number(found[1]), year: 2000 + Number(found[2]) }
}

function wrongExpiry(expiry: Expiry | null, now: number): keyof Messages | null {
  if (expiry === null) return 'expiryIncomplete'
  return Date.UTC(expiry.year, expiry.month) <= now ? 'expiryPast' : null
}

function digits(typed: string | undefined): string {
  return (typed ?? '').replaceAll(/[\s-]/g, '').replaceAll(/\D/g, '')
}
