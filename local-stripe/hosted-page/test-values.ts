// Stripe's test values by payment method, one click away from the form that wants one.
import type { DeclineReason } from '../payments/declines.ts'
import { html, type Html } from './html.ts'
import type { MessageKey } from './locales/english.ts'
import type { Outcomes } from './locales/english-outcomes.ts'
import type { Words } from './locales/languages.ts'
import type { Shown } from './shown.ts'
import { fill } from './text.ts'

type Row = readonly [value: string, outcome: keyof Outcomes | (DeclineReason & MessageKey)]

/** The test values of the methods that the session offers; nothing where nothing is paid. */
export function testValues({ session, messages }: Shown): Html | null {
  if (session.amount_total === 0) return null
  const { outcomes } = messages
  const offers = (...types: string[]) => types.some((type) => session.payment_method_types.includes(type))
  return html`<div class="test-values">
    ${offers('card') && list({ title: outcomes.testCards, text: outcomes.testCardsMore, rows: cards }, messages)}
    ${offers('sepa_debit') && list({ title: outcomes.testIbans, rows: ibans }, messages)}
    ${offers('us_bank_account') && list({ title: fill(outcomes.testAccounts, { routing: '110000000' }), rows: accounts }, messages)}
    ${offers('konbini') && list({ title: outcomes.testNumbers, rows: numbers }, messages)}
    ${offers('konbini', 'multibanco') && list({ title: outcomes.testEmails, rows: emails }, messages)}
  </div>`
}

function list(shown: { title: string; text?: string; rows: readonly Row[] }, messages: Words): Html {
  const { title, text, rows } = shown
  return html`<details>
    <summary>${title}</summary>
    ${text !== undefined && html`<p>${text}</p>`}
    <dl>
      ${rows.map(
        ([value, outcome]) =>
          html`<div>
            <dt>${value}</dt>
            <dd>${wordsFor(outcome, messages)}</dd>
          </div>`,
      )}
    </dl>
  </details>`
}

function wordsFor(outcome: Row[1], messages: Words): string {
  return outcome in messages.outcomes
    ? messages.outcomes[outcome as keyof Outcomes]
    : messages[outcome as MessageKey]
}

const cards: readonly Row[] = [
  ['4242 4242 4242 4242', 'works'],
  ['5555 5555 5555 4444', 'works'],
  ['3782 822463 10005', 'works'],
  ['4000 0025 0000 3155', 'asksBank'],
  ['4000 0084 0000 1629', 'asksBankDeclined'],
  ['4000 0000 0000 0002', 'generic_decline'],
  ['4000 0000 0000 9995', 'insufficient_funds'],
  ['4000 0000 0000 0069', 'expired_card'],
  ['4000 0000 0000 0127', 'incorrect_cvc'],
  ['4000 0000 0000 0119', 'processing_error'],
  ['4100 0000 0000 0019', 'blocked'],
  ['4000 0000 0000 0259', 'disputed'],
  ['4000 0000 0000 1976', 'inquired'],
  ['4000 0000 0000 5423', 'warned'],
  ['4000 0000 0000 7726', 'refundsLater'],
  ['4000 0000 0000 5126', 'refundsFail'],
]
const ibans: readonly Row[] = [
  ['AT61 1904 3002 3457 3201', 'worksAtOnce'],
  ['AT32 1904 3002 3547 3204', 'worksLater'],
  ['AT86 1904 3002 3547 3202', 'failsAtOnce'],
  ['AT05 1904 3002 3547 3205', 'failsLater'],
  ['AT59 1904 3002 3547 3203', 'takenBack'],
]
const accounts: readonly Row[] = [
  ['000123456789', 'works'],
  ['000111111113', 'accountClosed'],
  ['000111111116', 'noAccount'],
  ['000222222227', 'noFunds'],
  ['000333333335', 'notAuthorized'],
  ['000555555559', 'takenBack'],
  ['000000000009', 'staysProcessing'],
]
const numbers: readonly Row[] = [
  ['222-2222-2220', 'worksAtOnce'],
  ['111-1111-1110', 'worksLater'],
  ['333-3333-3330', 'failsAtOnce'],
  ['444-4444-4440', 'failsLater'],
  ['555-5555-5550', 'neverPaid'],
]
const emails: readonly Row[] = [
  ['…succeed_immediately@…', 'worksAtOnce'],
  ['…expire_immediately@…', 'failsAtOnce'],
  ['…expire_with_delay@…', 'failsLater'],
  ['…fill_never@…', 'neverPaid'],
]
