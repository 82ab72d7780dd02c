// Whom the payment is billed to: as shipped, unless the shopper says otherwise.
import type { Session } from '../../store/stripe-types.ts'
import { html, type Html } from '../html.ts'
import type { Shown } from '../shown.ts'
import { addressFields } from './address.ts'
import { checkbox, inputField } from './fields.ts'
import { updateButton } from './update-button.ts'

/** Wallets and Multibanco know who pays. */
const anonymous = new Set(['alipay', 'multibanco', 'wechat_pay'])

/** What a session asks about billing when it is paid with a method: a whole address, what a card needs, or nothing. */
export function billingWanted(session: Session, type: string): 'whole' | 'card' | 'nothing' {
  if (session.billing_address_collection === 'required') return 'whole'
  return session.amount_total === 0 || anonymous.has(type) ? 'nothing' : 'card'
}

/** The billing name and address; hidden while a method is chosen that does without. */
export function billingSection(shown: Shown): Html | null {
  const { session, messages } = shown
  const types = session.amount_total === 0 ? ['none'] : session.payment_method_types
  const whole = session.billing_address_collection === 'required'
  if (types.every((type) => billingWanted(session, type) === 'nothing')) return null
  const same = { id: 'cardUseShippingAsBilling', label: messages.sameAsShipping, ticked: true }
  return html`<div class="group billing ${!whole && 'billing-auto'}">
    ${session.shipping_address_collection !== null && checkbox(shown, same)}
    <div class="billing-details" data-part="billing-address">${billingDetails(shown, whole)}</div>
  </div>`
}

function billingDetails(shown: Shown, whole: boolean): Html {
  const { session, messages } = shown
  const cardOnly = session.payment_method_types.every((type) => type === 'card')
  const name = inputField(shown, {
    id: 'billingName',
    label: cardOnly ? messages.name : messages.fullName,
    placeholder: cardOnly ? messages.namePlaceholder : '',
    autocomplete: cardOnly ? 'cc-name' : 'billing name',
  })
  return html`<p class="label" aria-hidden="true">${cardOnly ? messages.name : messages.fullName}</p>
    <div class="stack">${name}</div>
    <p class="label" aria-hidden="true">${whole ? messages.billingAddress : messages.country}</p>
    <div class="stack">${addressFields(shown, { prefix: 'billing', allowed: null, whole })}</div>
    ${whole && updateButton(shown, 'billing-country')}`
}
