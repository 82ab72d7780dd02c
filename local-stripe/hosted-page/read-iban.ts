// The bank account of a payment form.
import { fingerprintOf, type DebitDraft } from '../payments/payment-method.ts'
import { findTestIban, type TestIban } from '../payments/test-ibans.ts'
import type { Errors, Values } from './read-payment-form.ts'

export type DebitChoice = { type: 'sepa_debit'; account: TestIban; draft: DebitDraft }

/** The test account typed in, or what is wrong with it. */
export function readIban(values: Values): DebitChoice | { errors: Errors } {
  const iban = (values.iban ?? '').replaceAll(/\s/g, '').toUpperCase()
  if (iban === '') return { errors: { iban: 'required' } }
  const account = findTestIban(iban)
  if (account === null) return { errors: { iban: 'ibanInvalid' } }
  return { type: 'sepa_debit', account, draft: draftOf(iban) }
}

function draftOf(iban: string): DebitDraft {
  const fingerprint = fingerprintOf(iban)
  return {
    type: 'sepa_debit',
    country: iban.slice(0, 2),
    bank_code: iban.slice(4, 9),
    last4: iban.slice(-4),
    fingerprint,
  }
}
