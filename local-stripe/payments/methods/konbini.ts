// Konbini (https://docs.stripe.com/payments/konbini/accept-a-payment): a code that is paid in cash at a shop in Japan.
import { seconds, type Account } from '../../account.ts'
import type { NextAction, PaymentMethodDetails } from '../../store/stripe-types.ts'
import { plainCourse, type Course } from '../course.ts'
import type { Attempt, Method, ReadMethod, Typed } from './method.ts'
import { fateOfEmail, voucherCourse, voucherExpiry, type VoucherFate } from './vouchers.ts'

export const konbini: Method = {
  type: 'konbini',
  currencies: ['jpy'],
  chargePrefix: 'py_',
  flow: 'voucher',
  holds: false,
  read,
  details,
  options: {
    konbini: {
      confirmation_number: null,
      expires_after_days: null,
      expires_at: null,
      product_description: null,
    },
  },
  action,
  course,
}

const day = 24 * 3600
const japan = 9 * 3600
const usualDays = 3

function read(typed: Typed): ReadMethod {
  const number = (typed['confirmationNumber'] ?? '').replaceAll(/[\s-]/g, '')
  if (number !== '' && !/^\d{10,11}$/.test(number)) {
    return { ok: false, errors: { confirmationNumber: 'confirmationInvalid' } }
  }
  const chosen = { type: 'konbini', part: { konbini: {} }, course: plainCourse } as const
  if (number === '') return { ok: true, choice: chosen }
  const options = { konbini: { confirmation_number: number } }
  return { ok: true, choice: { ...chosen, options } }
}

function details(): PaymentMethodDetails {
  return { type: 'konbini', konbini: { store: { chain: 'familymart' } } }
}

function course(attempt: Pick<Attempt, 'intent' | 'method'>): Course {
  const unpaid = (daysToPay(attempt) + 1) * day * 1000
  return voucherCourse(fateOf(attempt), unpaid)
}

/** The confirmation number decides; without a known one, the e-mail address does. */
function fateOf({ intent, method }: Pick<Attempt, 'intent' | 'method'>): VoucherFate {
  const number = intent.payment_method_options?.konbini?.confirmation_number ?? ''
  return fates[number] ?? fateOfEmail(method.billing_details.email)
}

const fates: Partial<Record<string, VoucherFate>> = {
  '11111111110': 'paid_later',
  '22222222220': 'paid_soon',
  '33333333330': 'expires_soon',
  '44444444440': 'expires_later',
  '55555555550': 'never_paid',
}

function action(account: Account, attempt: Attempt): NextAction {
  const { intent } = attempt
  const now = seconds(account)
  const given = intent.payment_method_options?.konbini
  const ordinary = given?.expires_at ?? endOfDay(now + daysToPay(attempt) * day)
  const code = { payment_code: '111111', confirmation_number: given?.confirmation_number || '1234567890' }
  return {
    type: 'konbini_display_details',
    konbini_display_details: {
      expires_at: voucherExpiry(fateOf(attempt), { now, ordinary }),
      hosted_voucher_url: `${account.url}/c/voucher/${intent.id}`,
      stores: { familymart: code, lawson: code, ministop: code, seicomart: code },
    },
  }
}

function daysToPay({ intent }: Pick<Attempt, 'intent'>): number {
  return intent.payment_method_options?.konbini?.expires_after_days ?? usualDays
}

/** One second before midnight in Japan. */
function endOfDay(now: number): number {
  return Math.floor((now + japan) / day) * day + day - 1 - japan
}
