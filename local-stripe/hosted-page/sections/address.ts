// An address as a stack of fields; which ones there are depends on the country.
import { countries } from '../countries.ts'
import { html, type Html } from '../html.ts'
import type { Shown } from '../shown.ts'
import { addressFormat, cardWantsPostalCode } from './address-formats.ts'
import { inputField, selectField } from './fields.ts'
import { statesOf } from './states.ts'

export type AddressPart = {
  /** What ids begin with, and what browsers call the section when they fill it in. */
  prefix: 'shipping' | 'billing'
  /** The countries to choose from; null for all. */
  allowed: readonly string[] | null
  /** A whole address, or just what a card needs: the country, and the postal code where it is checked. */
  whole: boolean
}

/** The fields of an address, without the name. */
export function addressFields(shown: Shown, part: AddressPart): Html {
  const { prefix, whole } = part
  const { messages } = shown
  const list = countryList(shown, part)
  const country = chosenCountry(shown, part)
  const autocomplete = (token: string) => `${prefix} ${token}`
  const lines = [1, 2].map((line) =>
    inputField(shown, {
      id: `${prefix}AddressLine${line}`,
      label: line === 1 ? messages.line1 : messages.line2,
      autocomplete: autocomplete(`address-line${line}`),
    }),
  )
  return html`${selectField(shown, {
    id: `${prefix}Country`,
    label: messages.country,
    value: country,
    autocomplete: autocomplete('country'),
    options: list,
  })}
  ${whole && html`${lines} ${cityField(shown, prefix, country)}`} ${postalCodeField(shown, part, country)}
  ${whole && stateField(shown, prefix, country)}`
}

/** The country that the form shows: what was chosen, else the language's own if it may be chosen, else the first. */
export function chosenCountry(shown: Shown, part: AddressPart): string {
  const { messages, filled } = shown
  const codes = countryList(shown, part).map(([code]) => code)
  const typed = filled.values[`${part.prefix}Country`] ?? ''
  return [typed, messages.defaultCountry].find((code) => codes.includes(code)) ?? codes[0] ?? ''
}

function countryList({ messages }: Shown, { allowed }: AddressPart) {
  return countries(messages.htmlLang).filter(([code]) => allowed === null || allowed.includes(code))
}

function cityField(shown: Shown, prefix: string, country: string): Html | null {
  const { city, postalCode } = addressFormat(country)
  if (!city) return null
  return inputField(shown, {
    id: `${prefix}Locality`,
    label: shown.messages.city,
    half: postalCode !== null,
    autocomplete: `${prefix} address-level2`,
  })
}

function stateField(shown: Shown, prefix: string, country: string): Html | null {
  const { messages } = shown
  const { state } = addressFormat(country)
  if (state === null) return null
  const autocomplete = `${prefix} address-level1`
  const field = { id: `${prefix}AdministrativeArea`, label: messages[state], autocomplete }
  const states = statesOf(country)
  if (states.length === 0) return inputField(shown, field)
  return selectField(shown, { ...field, options: [['', messages[state]], ...states] })
}

/** Without a script the country cannot be changed without sending the form, so the field is there if only it might be. */
function postalCodeField(shown: Shown, part: AddressPart, country: string): Html | null {
  const { prefix, whole } = part
  const { city, postalCode } = addressFormat(country)
  if (postalCode === null && whole) return null
  const field = inputField(shown, {
    id: `${prefix}PostalCode`,
    label: shown.messages[postalCode ?? 'postalCode'],
    half: whole && city,
    autocomplete: `${prefix} postal-code`,
  })
  const wanted = whole || cardWantsPostalCode(country)
  return html`<div class="${wanted ? 'wanted' : 'wanted-elsewhere'}">${field}</div>`
}
