// SEPA Direct Debit (https://docs.stripe.com/payments/sepa-debit/accept-a-payment): the bank answers days later.
import { newId } from '../../store/new-id.ts'
import type { PaymentMethod, PaymentMethodDetails } from '../../store/stripe-types.ts'
import { plainCourse } from '../course.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { findTestIban, type TestIban } from '../test-ibans.ts'
import type { Attempt, Method, MethodChoice, ReadMethod, Typed } from './method.ts'

export const sepaDebit: Method = {
  type: 'sepa_debit',
  currencies: ['eur'],
  chargePrefix: 'py_',
  speed: 'delayed',
  read,
  details,
}

/** The choice of a test account. */
export function debitChoice(account: TestIban): MethodChoice {
  const { iban, outcome, delay, aftermath } = account
  const course = { ...plainCourse, outcome, delay, aftermath }
  return { type: 'sepa_debit', part: { sepa_debit: debitPart(iban) }, course }
}

function read(typed: Typed): ReadMethod {
  const iban = (typed['iban'] ?? '').replaceAll(/\s/g, '').toUpperCase()
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
