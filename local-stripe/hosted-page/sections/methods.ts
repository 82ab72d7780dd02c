// The payment methods as an accordion; one alone stands open. Radio buttons and a style sheet fold it, no script.
import { html, type Html } from '../html.ts'
import type { MessageKey } from '../locales/english.ts'
import { typed, type Shown, type Values } from '../shown.ts'
import { billingSection } from './billing.ts'
import { checked } from './fields.ts'
import { methodFields } from './method-fields.ts'

const radioName = 'payment-method-accordion-item-title'

/** What the page calls each method. */
export const methodNames: Record<string, MessageKey> = {
  card: 'card',
  sepa_debit: 'sepaDebit',
  us_bank_account: 'usBankAccount',
  konbini: 'konbini',
  multibanco: 'multibanco',
  alipay: 'alipay',
  wechat_pay: 'wechatPay',
}

/** The methods that the session offers, and the billing details; nothing of it when there is nothing to pay. */
export function methodsSection(shown: Shown): Html | null {
  const { session, messages } = shown
  if (session.amount_total === 0) return billingSection(shown)
  const types = session.payment_method_types
  return html`<fieldset class="group methods" data-testid="payment-methods">
      <legend>${messages.paymentMethod}</legend>
      ${
        types.length === 1
          ? types.map((type) => loneMethod(shown, type))
          : types.map((type) => foldedMethod(shown, type))
      }
    </fieldset>
    ${billingSection(shown)}`
}

/** The type that is chosen on a form; the first of the session's unless said. Some that post a form by hand say it shorter. */
export function chosenMethod(types: readonly string[], values: Values): string {
  const wanted = typed(values, radioName) || typed(values, 'paymentMethod')
  return types.find((type) => type === wanted) ?? types[0] ?? 'card'
}

function loneMethod(shown: Shown, type: string): Html {
  return html`<div class="lone-method method-${type}" data-testid="${type}-accordion-item">
    ${type !== 'card' && html`<p class="method-name">${methodName(shown, type)}</p>`}
    ${methodFields(shown, type)}
    <input type="hidden" name="${radioName}" value="${type}" />
  </div>`
}

function foldedMethod(shown: Shown, type: string): Html {
  const { session, filled } = shown
  const chosen = chosenMethod(session.payment_method_types, filled.values) === type
  return html`<div class="method method-${type}" data-testid="${type}-accordion-item">
    <label
      class="method-choice"
      for="${radioName}-${type}"
      data-testid="${type}-accordion-item-button"
      id="payment-method-label-${type}"
    >
      <input
        type="radio"
        name="${radioName}"
        value="${type}"
        id="${radioName}-${type}"
        ${chosen && checked}
      />
      ${methodName(shown, type)}
    </label>
    <div class="method-fields">${methodFields(shown, type)}</div>
  </div>`
}

function methodName({ messages }: Shown, type: string): string {
  const name = methodNames[type]
  return name === undefined ? type : messages[name]
}
