// The test cards, one click away from the form that wants one.
import type { Session } from '../store/stripe-types.ts'
import type { Messages } from './english.ts'
import { html, type Html } from './html.ts'

const cards: [number: string, outcome: keyof Messages][] = [
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
  ['4000 0000 0000 7726', 'refundsLater'],
  ['4000 0000 0000 5126', 'refundsFail'],
]
const ibans: [iban: string, outcome: keyof Messages][] = [
  ['AT61 1904 3002 3457 3201', 'ibanWorks'],
  ['AT32 1904 3002 3547 3204', 'ibanWorksLater'],
  ['AT86 1904 3002 3547 3202', 'ibanFails'],
  ['AT05 1904 3002 3547 3205', 'ibanFailsLater'],
  ['AT59 1904 3002 3547 3203', 'ibanDisputed'],
]

/** The list of test cards, and of test accounts where the session takes debits. */
export function testCardList(session: Session, messages: Messages): Html | null {
  if (session.amount_total === 0) return null
  const debits = session.payment_method_types.includes('sepa_debit')
  return html`<details class="test-cards">
    <summary>${messages.cardList}</summary>
    <p>${messages.cardListMore}</p>
    ${table(cards, messages)}
    ${
      debits &&
      html`<p>${messages.ibanList}</p>
        ${table(ibans, messages)}`
    }
  </details>`
}

function table(rows: [string, keyof Messages][], messages: Messages): Html {
  return html`<dl>
    ${rows.map(
      ([number, outcome]) =>
        html`<div>
          <dt>${number}</dt>
          <dd>${messages[outcome]}</dd>
        </div>`,
    )}
  </dl>`
}
