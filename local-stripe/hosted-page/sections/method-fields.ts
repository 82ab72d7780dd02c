// What each payment method asks for, and the sentence that says what happens next.
import { html, type Html } from '../html.ts'
import { mayShowNumber } from '../../payments/methods/card.ts'
import type { Shown } from '../shown.ts'
import { inputField, selectField } from './fields.ts'

/** The fields of a payment method. */
export function methodFields(shown: Shown, type: string): Html | null {
  return fieldsOf[type]?.(shown) ?? null
}

const fieldsOf: Record<string, (shown: Shown) => Html> = {
  card: cardFields,
  sepa_debit: (shown) =>
    html`<div class="stack">${ibanField(shown)}</div>
      ${hint(shown.messages.sepaMandate)}`,
  us_bank_account: (shown) =>
    html`<div class="stack">${accountFields(shown)}</div>
      ${hint(shown.messages.usMandate)}`,
  konbini: (shown) =>
    html`<div class="stack">${confirmationField(shown)}</div>
      ${hint(shown.messages.konbiniHint)}`,
  multibanco: ({ messages }) => hint(messages.multibancoHint),
  alipay: ({ messages }) => hint(messages.redirectHint),
  wechat_pay: ({ messages }) => hint(messages.qrHint),
}

function cardFields(shown: Shown): Html {
  const { messages } = shown
  const common = { inputmode: 'numeric' }
  return html`<div class="stack card-fields" role="group" aria-label="${messages.cardInformation}">
    ${inputField(withoutNumber(shown), {
      ...common,
      id: 'cardNumber',
      label: messages.cardNumber,
      placeholder: '1234 1234 1234 1234',
      autocomplete: 'cc-number',
    })}
    ${inputField(shown, {
      ...common,
      id: 'cardExpiry',
      label: messages.expiry,
      placeholder: 'MM / YY',
      autocomplete: 'cc-exp',
      half: true,
    })}
    ${inputField(shown, {
      ...common,
      id: 'cardCvc',
      label: messages.cvc,
      placeholder: 'CVC',
      autocomplete: 'cc-csc',
      half: true,
    })}
  </div>`
}

/** A number that could be a real card's is never shown again. */
function withoutNumber(shown: Shown): Shown {
  const { filled } = shown
  if (mayShowNumber(filled.values['cardNumber'] ?? '')) return shown
  return { ...shown, filled: { ...filled, values: { ...filled.values, cardNumber: '' } } }
}

function ibanField(shown: Shown): Html {
  return inputField(shown, {
    id: 'iban',
    label: shown.messages.iban,
    placeholder: 'DE00 0000 0000 0000 0000 00',
  })
}

function accountFields(shown: Shown): Html[] {
  const { messages } = shown
  const digits = { inputmode: 'numeric' }
  return [
    inputField(shown, { ...digits, id: 'routingNumber', label: messages.routingNumber }),
    inputField(shown, { ...digits, id: 'accountNumber', label: messages.accountNumber }),
    selectField(shown, {
      id: 'accountType',
      label: messages.accountType,
      options: [
        ['checking', messages.checking],
        ['savings', messages.savings],
      ],
    }),
  ]
}

function confirmationField(shown: Shown): Html {
  const { confirmationNumber: label, optional } = shown.messages
  return inputField(shown, {
    id: 'confirmationNumber',
    label: `${label} (${optional})`,
    type: 'tel',
    autocomplete: 'tel',
  })
}

function hint(text: string): Html {
  return html`<p class="hint">${text}</p>`
}
