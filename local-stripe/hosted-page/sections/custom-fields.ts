// The shop's own fields (https://docs.stripe.com/payments/checkout/custom-fields).
import type { Session } from '../../store/stripe-types.ts'
import { html, type Html } from '../html.ts'
import type { Shown } from '../shown.ts'
import { inputField, selectField } from './fields.ts'

type CustomField = Session['custom_fields'][number]

/** The id and name of a custom field on the page. */
export function customFieldId(field: Pick<CustomField, 'key'>): string {
  return `customField-${field.key}`
}

/** The fields, each with its own label; nothing when there are none. */
export function customFieldsSection(shown: Shown): Html | null {
  const fields = shown.session.custom_fields
  if (fields.length === 0) return null
  return html`<div class="group labelled" data-testid="custom-fields">
    ${fields.map((field) => customField(shown, field))}
  </div>`
}

function customField(shown: Shown, field: CustomField): Html {
  const { messages } = shown
  const name = field.label.custom ?? field.key
  const base = {
    id: customFieldId(field),
    label: field.optional ? `${name} (${messages.optional})` : name,
    placeholder: '',
  }
  if (field.dropdown !== undefined) {
    const { options, default_value } = field.dropdown
    const choices = options.map(({ value, label }) => [value, label] as const)
    const value = default_value ?? ''
    return selectField(shown, { ...base, value, options: [['', messages.select], ...choices] })
  }
  const inputmode = field.type === 'numeric' ? 'numeric' : 'text'
  const value = (field.numeric ?? field.text)?.default_value ?? ''
  return inputField(shown, { ...base, inputmode, value })
}
