// Stripe's test accounts for ACH Direct Debit (https://docs.stripe.com/payments/ach-direct-debit/accept-a-payment#test-integration).
import { ordinary } from '../charge-plan.ts'
import { plainCourse, type Course } from '../course.ts'

export const testRoutingNumber = '110000000'
export type TestBankAccount = { number: string; name: string; course: Course }

/** The test account of a number, or null when it is not one. A 9 in front makes the bank take three minutes. */
export function findBankAccount(number: string): TestBankAccount | null {
  const found = byNumber.get(number)
  if (found !== undefined) return found
  const prompt = /^9\d{11}$/.test(number) ? byNumber.get(`0${number.slice(1)}`) : undefined
  if (prompt === undefined || prompt.course.delay === null) return null
  return { ...prompt, number, course: { ...prompt.course, delay: later } }
}

/** The test account of a name, the `success` of `pm_usBankAccount_success`; null when there is none. */
export function findBankAccountByName(name: string): TestBankAccount | null {
  return all.find((account) => account.name === name) ?? null
}

const soon = 500
const later = 3 * 60 * 1000
const aftermath = { ...ordinary, refunds: 'pending_first' } as const

const rows: [number: string, name: string, course: Partial<Course>][] = [
  ['000123456789', 'success', {}],
  ['000111111113', 'accountClosed', { outcome: 'account_closed' }],
  ['000000004954', 'riskLevelHighest', { outcome: 'blocked', risk: 'highest' }],
  ['000111111116', 'noAccount', { outcome: 'no_account' }],
  ['000222222227', 'insufficientFunds', { outcome: 'insufficient_debit_funds' }],
  ['000333333335', 'debitNotAuthorized', { outcome: 'debit_not_authorized' }],
  ['000444444440', 'invalidCurrency', { outcome: 'invalid_currency' }],
  ['000666666661', 'failMicrodeposits', { outcome: 'microdeposit_failed' }],
  ['000555555559', 'dispute', { aftermath: { ...aftermath, disputes: ['debit'] } }],
  ['000000000009', 'processing', { delay: null }],
  ['000777777771', 'weeklyLimitExceeded', { outcome: 'charge_exceeds_source_limit' }],
  ['000888888885', '', { outcome: 'tokenized_account_number_deactivated' }],
]
const all: TestBankAccount[] = rows.map(([number, name, course]) => ({
  number,
  name,
  course: { ...plainCourse, delay: soon, aftermath, ...course },
}))
const byNumber = new Map(all.map((account) => [account.number, account]))
