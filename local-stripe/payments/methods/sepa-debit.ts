// SEPA Direct Debit (https://docs.stripe.com/payments/sepa-debit/accept-a-payment): the bank answers days later.
import { newId } from '../../store/new-id.ts'
import type { PaymentMethod, PaymentMethodDetails } from '../../store/stripe-types.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { findTestIban, type TestIban } from '../test-values/test-ibans.ts'
import type { Attempt, Method, MethodChoice, ReadMethod, Typed } from './method.ts'

export const sepaDebit: Method = {
  type: 'sepa_debit',
  currencies: ['eur'],
  chargePrefix: 'py_',
  flow: 'debit',
  holds: false,
  read,
  details,
  options: { sepa_debit: {} },
}

/** The choice of a test account. */
export function debitChoice({ iban, course }: TestIban): MethodChoice {
  return { type: 'sepa_debit', part: { sepa_debit: debitPart(iban) }, course }
}

/** An IBAN without blanks, in capital letters. */
export function plainIban(typed: string): string {
  return typed.replaceAll(/\s/g, '').toUpperCase()
}

function read(typed: Typed): ReadMethod {
  const iban = plainIban(typed['iban'] ?? '')
  if (iban === '') return { ok: false, errors: { iban: 'required' } }
  const found = findTestIban(iban)
  if (found === null) return { ok: false, errors: { iban: 'ibanInvalid' } }
  return { ok: true, choice: debitChoice(found) }
}

function debitPart(iban: string): NonNullable<PaymentMethod['sepa_debit']> {
  return {
    bank_code: iban.slice(4, 9),
    branch_code: '',
    country: iban.slice(0, 2),
    fingerprint: fingerprintOf(iban),
    generated_from: { charge: null, setup_attempt: null },
    last4: iban.slice(-4),
  }
}

function details({ method }: Attempt): PaymentMethodDetails {
  const shown = method.sepa_debit
  if (shown === undefined) throw new Error(`${method.id} is no SEPA debit.`)
  const { bank_code, branch_code, country, fingerprint, last4 } = shown
  const mandate = newId('mandate_1', 23)
  return { type: 'sepa_debit', sepa_debit: { bank_code, branch_code, country, fingerprint, last4, mandate } }
}
