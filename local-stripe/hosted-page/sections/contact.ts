// Who buys: the e-mail address, and the telephone number and the names that the shop asks for.
import { html, type Html } from '../html.ts'
import type { Messages } from '../locales/english.ts'
import type { Shown } from '../shown.ts'
import { inputField } from './fields.ts'

/** The fields about the shopper. An e-mail address that is known is shown and cannot be changed. */
export function contactSection(shown: Shown): Html {
  const { session, messages } = shown
  const known = knownEmail(shown)
  const email = { id: 'email', label: messages.email, type: 'email', placeholder: 'email@example.com' }
  const phone = { id: 'phoneNumber', label: messages.phone, type: 'tel', autocomplete: 'tel' }
  return html`<fieldset class="group">
    <legend>${messages.contact}</legend>
    <div class="stack">
      ${
        known === null
          ? inputField(shown, { ...email, autocomplete: 'email' })
          : html`<p class="fixed ReadOnlyFormField">
              <span>${messages.email}</span> <span id="email">${known}</span>
            </p>`
      }
      ${session.phone_number_collection?.enabled ? inputField(shown, phone) : null} ${nameFields(shown)}
    </div>
  </fieldset>`
}

/** The e-mail address that the shop or its customer has already given. */
export function knownEmail({ account, session }: Pick<Shown, 'account' | 'session'>): string | null {
  if (session.customer_email !== null) return session.customer_email
  const customer = session.customer === null ? null : account.store.find('customer', session.customer)
  return customer === null || 'deleted' in customer ? null : customer.email
}

function nameFields(shown: Shown): (Html | null)[] {
  const { messages, session } = shown
  const { individual, business } = session.name_collection ?? {}
  const name = { id: 'individualName', label: optional(messages.fullName, individual, messages) }
  const company = { id: 'businessName', label: optional(messages.businessName, business, messages) }
  return [
    individual?.enabled ? inputField(shown, { ...name, autocomplete: 'name' }) : null,
    business?.enabled ? inputField(shown, { ...company, autocomplete: 'organization' }) : null,
  ]
}

function optional(label: string, asked: { optional: boolean } | undefined, messages: Messages): string {
  return asked?.optional ? `${label} (${messages.optional})` : label
}
