// Reads what the shopper typed. What comes out is either a payment that may be tried or an error for each field;
// a card number that is no test card goes no further than this file.
import { isEmail } from '../api/shared-fields.ts'
import { noAddress, unknownShopper, type Shopper } from '../checkout/shopper.ts'
import type { Session } from '../store/stripe-types.ts'
import { isCountry, wantsPostalCode } from './countries.ts'
import type { Messages } from './english.ts'
import { readMethod } from '../payments/methods/read-method.ts'
import type { MethodChoice } from '../payments/methods/method.ts'

export type FieldName =
  | 'email'
  | 'phoneNumber'
  | 'cardNumber'
  | 'cardExpiry'
  | 'cardCvc'
  | 'iban'
  | 'billingName'
  | 'billingCountry'
  | 'billingPostalCode'
export type Values = Partial<Record<FieldName | 'paymentMethod', string>>
export type Errors = Partial<Record<FieldName, keyof Messages>>
export type PaymentForm =
  | { valid: true; shopper: Shopper; choice: MethodChoice | { type: 'free' } }
  | { valid: false; errors: Errors }

/** Reads a payment form; `now` is in milliseconds and decides whether a card has expired. */
export function readPaymentForm(session: Session, values: Values, now: number): PaymentForm {
  const { shopper, errors } = readShopper(session, values)
  const read = readChoice(session, values, now)
  const all = read.ok ? errors : { ...errors, ...read.errors }
  if (!read.ok || Object.keys(all).length > 0) return { valid: false, errors: all }
  return { valid: true, shopper, choice: read.choice }
}

function readChoice(session: Session, values: Values, now: number) {
  if (session.amount_total === 0) return { ok: true as const, choice: { type: 'free' as const } }
  const offered = session.payment_method_types
  const type = offered.find((one) => one === values.paymentMethod) ?? offered[0] ?? 'card'
  return readMethod({ type, typed: values, now })
}

function readShopper(session: Session, values: Values): { shopper: Shopper; errors: Errors } {
  const email = session.customer_email ?? trimmed(values.email)
  const name = trimmed(values.billingName)
  const country = isCountry(values.billingCountry ?? '') ? (values.billingCountry ?? null) : null
  const postalCode = trimmed(values.billingPostalCode)
  const phone = trimmed(values.phoneNumber)
  const free = session.amount_total === 0
  const asksPhone = session.phone_number_collection?.enabled ?? false
  const errors: Errors = {
    ...(email === '' && { email: 'required' }),
    ...(email !== '' && !isEmail(email) && { email: 'emailInvalid' }),
    ...(name === '' && !free && { billingName: 'required' }),
    ...(country === null && !free && { billingCountry: 'required' }),
    ...(postalCode === '' && !free && wantsPostalCode(country ?? '') && { billingPostalCode: 'required' }),
    ...(phone === '' && asksPhone && { phoneNumber: 'required' }),
  }
  const address = { ...noAddress, country, postal_code: postalCode || null }
  const shopper = { ...unknownShopper, email, name: name || null, phone: phone || null, address }
  return { shopper, errors }
}

function trimmed(value: string | undefined): string {
  return (value ?? '').trim().slice(0, 500)
}
