// What becomes of the test values, in English.

export const englishOutcomes = {
  testCards: 'Test cards',
  testCardsMore: 'Any future date, any security code. Each number has its own outcome:',
  testIbans: 'Test IBANs',
  testAccounts: 'Test bank accounts, with the routing number {routing}',
  testEmails: 'Test e-mail addresses, with any beginning and ending. All others pay after three minutes.',
  testNumbers: 'Test numbers to confirm with at the convenience store',
  works: 'Works',
  asksBank: 'Asks the bank first, works',
  asksBankDeclined: 'Asks the bank first, then declined',
  blocked: 'Blocked as too risky',
  disputed: 'Works, then disputed as fraud',
  inquired: 'Works, then the bank inquires',
  warned: 'Works, then warned of as fraud',
  refundsLater: 'Works, refunds are pending first',
  refundsFail: 'Works, refunds fail later',
  worksAtOnce: 'Works at once',
  worksLater: 'Works after three minutes',
  failsAtOnce: 'Fails at once',
  failsLater: 'Fails after three minutes',
  takenBack: 'Works, then taken back by the bank',
  accountClosed: 'Fails, the account is closed',
  noAccount: 'Fails, there is no such account',
  noFunds: 'Fails, not enough money',
  notAuthorized: 'Fails, debits are not allowed',
  staysProcessing: 'Stays on its way',
  neverPaid: 'Is never paid',
} as const

export type Outcomes = Record<keyof typeof englishOutcomes, string>
