// The fields of the payment form. The ids are those of Stripe's page.
import type { Session } from '../store/stripe-types.ts'
import type { Filled } from './checkout-page.ts'
import { countries } from './countries.ts'
import type { Messages } from './english.ts'
import { mayShowNumber } from '../payments/methods/card.ts'
import { html, type Html } from './html.ts'
import { inputField, type InputField } from './input-field.ts'

type Shown = { session: Session; messages: Messages; filled: Filled }

/** E-mail, and a phone number where the shop asked for one. */
export function contactFields(shown: Shown): Html {
  const { session, messages } = shown
  const known = session.customer_email
  const phone = { id: 'phoneNumber', label: messages.phone, type: 'tel', autocomplete: 'tel' } as const
  return html`<fieldset class="group">
    <legend>${messages.contact}</legend>
    ${
      known === null
        ? field(shown, { id: 'email', label: messages.email, type: 'email', autocomplete: 'email' })
        : html`<p class="fixed"><span>${messages.email}</span> <span id="email">${known}</span></p>`
    }
    ${session.phone_number_collection?.enabled ? field(shown, phone) : null}
  </fieldset>`
}

/** The payment methods that the session offers; nothing when there is nothing to pay. */
export function methodFields(shown: Shown): Html | null {
  const { session, messages, filled } = shown
  if (session.amount_total === 0) return null
  const both = session.payment_method_types.length > 1
  const alert = filled.decline && html`<p class="alert" role="alert">${messages[filled.decline]}</p>`
  return html`<fieldset class="group">
      <legend>${messages.paymentMethod}</legend>
      ${alert} ${session.payment_method_types.map((type) => methodSection(shown, { type, choosable: both }))}
    </fieldset>
    ${billingFields(shown)}`
}

function methodSection(shown: Shown, method: { type: string; choosable: boolean }): Html {
  const { messages, filled } = shown
  const { type, choosable } = method
  const label = type === 'card' ? messages.card : messages.sepaDebit
  const chosen = (filled.values.paymentMethod ?? shown.session.payment_method_types[0]) === type
  const fields = type === 'card' ? cardFields(shown) : debitFields(shown)
  if (!choosable)
    return html`<div class="method-fields">
      ${fields}<input type="hidden" name="paymentMethod" value="${type}" />
    </div>`
  return html`<div class="method">
    <label class="method-choice" data-testid="${type}-accordion-item-button">
      <input
        type="radio"
        name="paymentMethod"
        value="${type}"
        id="payment-method-${type}"
        ${chosen && checked}
      />
      ${label}
    </label>
    <div class="method-fields">${fields}</div>
  </div>`
}

const checked = html`checked`

function cardFields(shown: Shown): Html {
  const { messages } = shown
  return html`<div class="card-fields" role="group" aria-label="${messages.cardInformation}">
    ${field(shown, {
      id: 'cardNumber',
      label: messages.cardNumber,
      placeholder: '1234 1234 1234 1234',
      autocomplete: 'cc-number',
      inputmode: 'numeric',
    })}
    ${field(shown, {
      id: 'cardExpiry',
      label: messages.expiry,
      placeholder: 'MM / YY',
      autocomplete: 'cc-exp',
      inputmode: 'numeric',
    })}
    ${field(shown, {
      id: 'cardCvc',
      label: messages.cvc,
      placeholder: 'CVC',
      autocomplete: 'cc-csc',
      inputmode: 'numeric',
    })}
  </div>`
}

function debitFields(shown: Shown): Html {
  const { messages } = shown
  const iban = {
    id: 'iban',
    label: messages.iban,
    placeholder: 'DE00 0000 0000 0000 0000 00',
    autocomplete: 'off',
  } as const
  return html`${field(shown, iban)}
    <p class="hint">${messages.sepaMandate}</p>`
}

function billingFields(shown: Shown): Html {
  const { session, messages, filled } = shown
  const cardOnly = session.payment_method_types.length === 1 && session.payment_method_types[0] === 'card'
  const chosen = filled.values.billingCountry ?? messages.defaultCountry
  const options = countries(messages.htmlLang).map(
    ([code, name]) => html`<option value="${code}" ${code === chosen && html`selected`}>${name}</option>`,
  )
  return html`<div class="group">
    ${field(shown, {
      id: 'billingName',
      label: cardOnly ? messages.name : messages.fullName,
      placeholder: cardOnly ? messages.namePlaceholder : '',
      autocomplete: 'cc-name',
    })}
    <div class="field">
      <label for="billingCountry">${messages.country}</label>
      <select id="billingCountry" name="billingCountry" autocomplete="billing country">
        ${options}
      </select>
    </div>
    ${field(shown, { id: 'billingPostalCode', label: messages.postalCode, autocomplete: 'billing postal-code' })}
  </div>`
}

function field(shown: Shown, input: Omit<InputField, 'value' | 'error'>): Html {
  const { messages, filled } = shown
  const error = filled.errors[input.id]
  return inputField({ ...input, value: shownValue(filled, input.id), error: error ? messages[error] : null })
}

/** What was typed is shown again, except a number that could be a real card's. */
function shownValue(filled: Filled, id: InputField['id']): string {
  const typed = filled.values[id] ?? ''
  return id === 'cardNumber' && !mayShowNumber(typed) ? '' : typed
}
