// Where the goods go and how: the address, limited to the shop's countries, and the shipping options with their prices.
import { html, type Html } from '../html.ts'
import type { Session, ShippingRate } from '../../store/stripe-types.ts'
import { typed, type Shown } from '../shown.ts'
import { price } from '../text.ts'
import { addressFields } from './address.ts'
import { customText } from './custom-text.ts'
import { deliveryTime } from './delivery-time.ts'
import { checked, errorText, inputField } from './fields.ts'
import { updateButton } from './update-button.ts'

/** The address, and the choice of a shipping option; nothing when the shop asks for neither. */
export function shippingSection(shown: Shown): Html {
  return html`${addressSection(shown)} ${optionSection(shown)}`
}

/** The id of the shipping rate that an option or a cost names. */
export function rateOf({ shipping_rate: rate }: { shipping_rate: string | { id: string } | null }): string {
  return typeof rate === 'string' ? rate : (rate?.id ?? '')
}

function addressSection(shown: Shown): Html | null {
  const { messages, session } = shown
  const collection = session.shipping_address_collection
  if (collection === null) return null
  const allowed: readonly string[] = collection.allowed_countries
  const name = { id: 'shippingName', label: messages.fullName, autocomplete: 'shipping name' }
  return html`<fieldset class="group" data-part="shipping-address">
    <legend>${messages.shippingAddress}</legend>
    ${customText(session.custom_text?.shipping_address)}
    <div class="stack">
      ${inputField(shown, name)} ${addressFields(shown, { prefix: 'shipping', allowed, whole: true })}
    </div>
    ${updateButton(shown, 'country')}
  </fieldset>`
}

function optionSection(shown: Shown): Html | null {
  const { messages, session } = shown
  if (session.shipping_options.length === 0) return null
  const chosen = chosenRate(shown)
  return html`<fieldset class="group" data-part="shipping-method" data-testid="shipping-rates">
    <legend>${messages.shippingMethod}</legend>
    <div class="stack">${session.shipping_options.map((option) => optionRow(shown, option, chosen))}</div>
    ${errorText(shown, 'shipping-rate')} ${updateButton(shown, 'shipping-rate')}
  </fieldset>`
}

/** The shipping option that is chosen: on this form, else in the session, else the first. */
function chosenRate({ session, filled }: Pick<Shown, 'session' | 'filled'>): string | null {
  const rates = session.shipping_options.map((option) => rateOf(option))
  const current = session.shipping_cost && rateOf(session.shipping_cost)
  const wanted = [typed(filled.values, 'shipping-rate'), current ?? '']
  return wanted.find((rate) => rates.includes(rate)) ?? rates[0] ?? null
}

function optionRow(
  shown: Shown,
  option: Session['shipping_options'][number],
  chosen: string | null,
): Html | null {
  const { account, messages, session } = shown
  const id = rateOf(option)
  const rate: ShippingRate | null = account.store.find('shipping_rate', id)
  const time = rate && deliveryTime(rate.delivery_estimate, messages)
  const cost =
    option.shipping_amount === 0 ? messages.free : price(option.shipping_amount, session.currency, messages)
  return html`<label class="choice" for="shipping-rate-${id}">
    <input
      type="radio"
      name="shipping-rate"
      value="${id}"
      id="shipping-rate-${id}"
      data-change="shipping-rate"
      ${id === chosen && checked}
    />
    <span class="choice-text"
      >${rate?.display_name ?? id} ${time && html`<span class="item-note">${time}</span>`}</span
    >
    <span class="choice-price">${cost}</span>
  </label>`
}
