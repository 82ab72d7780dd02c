// Stripe's test accounts for SEPA debit (https://docs.stripe.com/payments/sepa-debit/accept-a-payment#test-integration)
// and what becomes of a debit from each. `delay` is in milliseconds.

export type TestIban = { iban: string; outcome: 'success' | 'failure'; delay: number }

const soon = 500
const later = 3 * 60 * 1000
const all: TestIban[] = [
  { iban: 'AT611904300234573201', outcome: 'success', delay: soon },
  { iban: 'AT321904300235473204', outcome: 'success', delay: later },
  { iban: 'AT861904300235473202', outcome: 'failure', delay: soon },
  { iban: 'AT051904300235473205', outcome: 'failure', delay: later },
  { iban: 'IT60X0542811101000000123456', outcome: 'failure', delay: soon },
  { iban: 'DE89370400440532013000', outcome: 'success', delay: soon },
  { iban: 'DE08370400440532013003', outcome: 'success', delay: later },
  { iban: 'DE62370400440532013001', outcome: 'failure', delay: soon },
  { iban: 'DE78370400440532013004', outcome: 'failure', delay: later },
]
const byIban = new Map(all.map((account) => [account.iban, account]))

/** The test account of an IBAN (no blanks, capital letters), or null when it is not one. */
export function findTestIban(iban: string): TestIban | null {
  return byIban.get(iban) ?? null
}
