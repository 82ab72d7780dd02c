// ACH Direct Debit (https://docs.stripe.com/payments/ach-direct-debit): the bank answers days later. An account that was
// typed into the API is verified by two small deposits first; the page does it at once, as Financial Connections do.
import { newId } from '../../store/new-id.ts'
import type { PaymentMethod, PaymentMethodDetails } from '../../store/stripe-types.ts'
import { fingerprintOf } from '../fingerprint.ts'
import {
  findBankAccount,
  testRoutingNumber,
  type TestBankAccount,
} from '../test-values/test-bank-accounts.ts'
import type { Attempt, Method, MethodChoice, MethodErrors, ReadMethod, Typed } from './method.ts'

export const usBankAccount: Method = {
  type: 'us_bank_account',
  currencies: ['usd'],
  chargePrefix: 'py_',
  flow: 'debit',
  holds: false,
  read,
  details,
  options: { us_bank_account: { verification_method: 'automatic' } },
}

type Shown = NonNullable<PaymentMethod['us_bank_account']>

/** The choice of a test account. */
export function bankAccountChoice(
  account: TestBankAccount,
  about: Partial<Pick<Shown, 'account_holder_type' | 'account_type'>> = {},
): MethodChoice {
  const part: Shown = {
    account_holder_type: 'individual',
    account_type: 'checking',
    ...about,
    bank_name: 'STRIPE TEST BANK',
    financial_connections_account: null,
    fingerprint: fingerprintOf(account.number),
    last4: account.number.slice(-4),
    networks: { preferred: 'ach', supported: ['ach'] },
    routing_number: testRoutingNumber,
    status_details: {},
  }
  return { type: 'us_bank_account', part: { us_bank_account: part }, course: account.course }
}

function read(typed: Typed): ReadMethod {
  const routing = (typed['routingNumber'] ?? '').replaceAll(/\D/g, '')
  const number = (typed['accountNumber'] ?? '').replaceAll(/\D/g, '')
  const found = findBankAccount(number)
  const errors: MethodErrors = {
    ...(routing !== testRoutingNumber && { routingNumber: routing === '' ? 'required' : 'routingInvalid' }),
    ...(found === null && { accountNumber: number === '' ? 'required' : 'accountInvalid' }),
  }
  if (found === null || Object.keys(errors).length > 0) return { ok: false, errors }
  const account_type = typed['accountType'] === 'savings' ? 'savings' : 'checking'
  return { ok: true, choice: bankAccountChoice(found, { account_type }) }
}

function details({ method }: Attempt): PaymentMethodDetails {
  const shown = method.us_bank_account
  if (shown === undefined) throw new Error(`${method.id} is no bank account.`)
  const { account_holder_type, account_type, bank_name, fingerprint, last4, routing_number } = shown
  const account = { account_holder_type, account_type, bank_name, fingerprint, last4, routing_number }
  const mandate = newId('mandate_1', 23)
  return { type: 'us_bank_account', us_bank_account: { ...account, mandate, payment_reference: null } }
}
