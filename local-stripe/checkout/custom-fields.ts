// The shop's own fields on the page (https://docs.stripe.com/payments/checkout/custom-fields).
import { invalidRequest, missing } from '../api/stripe-error.ts'
import type { Session } from '../store/stripe-types.ts'
import type { CustomFieldParams } from './collection-fields.ts'

type CustomField = Session['custom_fields'][number]
type Lengths = NonNullable<CustomFieldParams['text']>

/** The custom fields of a new session, still empty. Throws Stripe's 400s for what they cannot be. */
export function newCustomFields(given: CustomFieldParams[]): CustomField[] {
  const keys = given.map((field) => field.key)
  return given.map((field, index) => {
    const path = `custom_fields[${index}]`
    checkKey(field.key, `${path}[key]`)
    if (keys.indexOf(field.key) !== index) throw repeated(field.key, `${path}[key]`)
    checkKind(field, path)
    const { key, label, optional = false, type } = field
    return { key, label, optional, type, ...contents(field, path) }
  })
}

/** The fields with what the shopper typed into them, by their keys. */
export function filledCustomFields(fields: CustomField[], typed: Record<string, string>): CustomField[] {
  return fields.map((field) => {
    const value = Object.hasOwn(typed, field.key) ? (typed[field.key] ?? null) : null
    if (field.dropdown) return { ...field, dropdown: { ...field.dropdown, value } }
    if (field.numeric) return { ...field, numeric: { ...field.numeric, value } }
    return { ...field, text: { ...noLengths, ...field.text, value } }
  })
}

function contents(field: CustomFieldParams, path: string): Partial<CustomField> {
  switch (field.type) {
    case 'dropdown':
      return { dropdown: dropdownOf(field.dropdown, `${path}[dropdown]`) }
    case 'numeric':
      return { numeric: lengthsOf(field.numeric, `${path}[numeric]`, /^\d*$/) }
    case 'text':
    default:
      return { text: lengthsOf(field.text, `${path}[text]`, /^/) }
  }
}

function dropdownOf(
  given: CustomFieldParams['dropdown'],
  path: string,
): NonNullable<CustomField['dropdown']> {
  if (given === undefined) throw missing(path)
  const { options, default_value = null } = given
  if (options.length === 0) throw missing(`${path}[options]`)
  const values = options.map((option) => option.value)
  for (const [index, value] of values.entries()) {
    const param = `${path}[options][${index}][value]`
    checkKey(value, param)
    if (values.indexOf(value) !== index) throw repeated(value, param)
  }
  if (default_value === null || values.includes(default_value)) return { default_value, options, value: null }
  const message = `The default value \`${default_value}\` must be the value of one of the dropdown's options.`
  throw invalidRequest(message, { param: `${path}[default_value]` })
}

const noLengths = { default_value: null, maximum_length: null, minimum_length: null, value: null }

function lengthsOf(given: Lengths | undefined, path: string, form: RegExp): NonNullable<CustomField['text']> {
  const { default_value = null, maximum_length = null, minimum_length = null } = given ?? {}
  if (maximum_length !== null && minimum_length !== null && minimum_length > maximum_length) {
    const message = `\`${path}[minimum_length]\` must be less than or equal to \`${path}[maximum_length]\`.`
    throw invalidRequest(message, { param: `${path}[minimum_length]` })
  }
  const length = default_value?.length ?? 0
  const fits = length >= (minimum_length ?? 0) && length <= (maximum_length ?? length)
  if (default_value === null || (fits && form.test(default_value))) {
    return { default_value, maximum_length, minimum_length, value: null }
  }
  const message = `The default value \`${default_value}\` is not a value that this field takes.`
  throw invalidRequest(message, { param: `${path}[default_value]` })
}

function checkKey(key: string, param: string): void {
  if (/^[a-z\d]+$/i.test(key)) return
  throw invalidRequest(`Invalid value: \`${key}\`. Only alphanumeric characters are allowed.`, { param })
}

function repeated(key: string, param: string): Error {
  return invalidRequest(`\`${key}\` is used more than once; it must be unique.`, { param })
}

/** A field may only have the settings of its own type. */
function checkKind(field: CustomFieldParams, path: string): void {
  const others = (['dropdown', 'numeric', 'text'] as const).filter((type) => type !== field.type)
  const wrong = others.find((type) => field[type] !== undefined)
  if (wrong === undefined) return
  const message = `You can only pass \`${path}[${wrong}]\` if \`${path}[type]\` is \`${wrong}\`.`
  throw invalidRequest(message, { param: `${path}[${wrong}]` })
}
