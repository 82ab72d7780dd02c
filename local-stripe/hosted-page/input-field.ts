// One labelled input with its error beside it.
import { html, type Html } from './html.ts'
import type { FieldName } from './read-payment-form.ts'

export type InputField = {
  id: FieldName
  label: string
  value: string
  error: string | null
  type?: string
  placeholder?: string
  autocomplete: string
  inputmode?: string
}

/** The markup of an input. */
export function inputField(input: InputField): Html {
  const { id, label, value, error, type = 'text', placeholder = '', autocomplete, inputmode = 'text' } = input
  const state = error && html`aria-invalid="true" aria-describedby="${id}-error"`
  return html`<div class="field field-${id}">
    <label for="${id}">${label}</label>
    <input
      id="${id}"
      name="${id}"
      type="${type}"
      value="${value}"
      placeholder="${placeholder}"
      autocomplete="${autocomplete}"
      inputmode="${type === 'email' ? 'email' : inputmode}"
      ${state}
    />
    ${error && html`<p class="field-error" id="${id}-error">${error}</p>`}
  </div>`
}
