// Stripe's test accounts for SEPA debit (https://docs.stripe.com/payments/sepa-debit/accept-a-payment#test-integration)
// and what becomes of a debit from each. `delay` is in milliseconds.

import type { Aftermath } from './charge-plan.ts'

export type TestIban = {
  iban: string
  outcome: 'success' | 'customer_decline'
  delay: number
  aftermath: Aftermath
}

const soon = 500
const later = 3 * 60 * 1000
/** A bank takes days to carry a refund of a debit out. */
const aftermath: Aftermath = { refunds: 'pending_first', disputes: [] }
const all: (Omit<TestIban, 'aftermath'> & Partial<TestIban>)[] = [
  { iban: 'AT611904300234573201', outcome: 'success', delay: soon },
  { iban: 'AT321904300235473204', outcome: 'success', delay: later },
  { iban: 'AT861904300235473202', outcome: 'customer_decline', delay: soon },
  { iban: 'AT051904300235473205', outcome: 'customer_decline', delay: later },
  {
    iban: 'AT591904300235473203',
    outcome: 'success',
    delay: soon,
    aftermath: { ...aftermath, disputes: ['debit'] },
  },
  {
    iban: 'DE35370400440532013002',
    outcome: 'success',
    delay: soon,
    aftermath: { ...aftermath, disputes: ['debit'] },
  },
  { iban: 'IT60X0542811101000000123456', outcome: 'customer_decline', delay: soon },
  { iban: 'DE89370400440532013000', outcome: 'success', delay: soon },
  { iban: 'DE08370400440532013003', outcome: 'success', delay: later },
  { iban: 'DE62370400440532013001', outcome: 'customer_decline', delay: soon },
  { iban: 'DE78370400440532013004', outcome: 'customer_decline', delay: later },
]
const byIban = new Map(all.map((account) => [account.iban, { aftermath, ...account }]))

/** The test account of an IBAN (no blanks, capital letters), or null when it is not one. */
export function findTestIban(iban: string): TestIban | null {
  return byIban.get(iban) ?? null
}
