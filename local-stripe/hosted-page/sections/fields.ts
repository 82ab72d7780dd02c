// Inputs with a label and their error beside them. In a stack the placeholder is what is seen of the label, as on
// Stripe's page; the label is there all the same.
import { html, type Html } from '../html.ts'
import type { Shown } from '../shown.ts'

type Field = {
  id: string
  label: string
  /** The name it is posted under; its id unless said. */
  name?: string
  value?: string
  placeholder?: string
  autocomplete?: string
  half?: boolean
}
export type InputField = Field & { type?: string; inputmode?: string }
export type Option = readonly [value: string, label: string]

/** An input of text. What was typed is shown again, `value` where nothing was. */
export function inputField(shown: Shown, input: InputField): Html {
  const { id, name = id, type = 'text', autocomplete = 'off', placeholder = input.label } = input
  const inputmode = input.inputmode ?? (type === 'text' ? 'text' : type)
  const value = shown.filled.values[name] ?? input.value ?? ''
  return field(
    shown,
    input,
    html`<input
      id="${id}"
      name="${name}"
      type="${type}"
      value="${value}"
      placeholder="${placeholder}"
      autocomplete="${autocomplete}"
      inputmode="${inputmode}"
      ${errorState(shown, id)}
    />`,
  )
}

/** A choice from a list. */
export function selectField(shown: Shown, input: Field & { options: readonly Option[] }): Html {
  const { id, name = id, autocomplete = 'off', options } = input
  const before = shown.filled.values[name]
  const chosen = options.some(([value]) => value === before) ? before : (input.value ?? '')
  return field(
    shown,
    input,
    html`<select id="${id}" name="${name}" autocomplete="${autocomplete}" ${errorState(shown, id)}>
      ${options.map(([value, label]) => html`<option value="${value}" ${value === chosen && selected}>${label}</option>`)}
    </select>`,
  )
}

/** A box to tick; `ticked` says how it is found. */
export function checkbox(shown: Shown, box: { id: string; label: string | Html; ticked?: boolean }): Html {
  const { id, label, ticked = false } = box
  const { posted, values } = shown.filled
  const now = posted ? values[id] !== undefined : ticked
  return html`<div class="check">
    <label class="check-label" for="${id}">
      <input id="${id}" name="${id}" type="checkbox" ${now && checked} ${errorState(shown, id)} />
      <span>${label}</span>
    </label>
    ${errorText(shown, id)}
  </div>`
}

/** The sentence about a field that is wrong. */
export function errorText(shown: Shown, id: string): Html | null {
  const error = shown.filled.errors[id]
  return error === undefined ? null : html`<p class="field-error" id="${id}-error">${error}</p>`
}

/** What ties a field to its error; the first one on the page is where the shopper is led. */
export function errorState(shown: Shown, id: string): Html | null {
  const [first] = Object.keys(shown.filled.errors)
  if (shown.filled.errors[id] === undefined) return null
  return html`aria-invalid="true" aria-describedby="${id}-error" ${id === first && html`autofocus`}`
}

export const checked = html`checked`
const selected = html`selected`

function field(shown: Shown, { id, label, half = false }: Field, control: Html): Html {
  return html`<div class="field field-${id} ${half && 'half'}">
    <label for="${id}">${label}</label>
    ${control} ${errorText(shown, id)}
  </div>`
}
