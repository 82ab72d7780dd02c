// How addresses are written in each country, as far as a form needs to know.
import type { MessageKey } from '../locales/english.ts'
import { statesOf } from './states.ts'

export type AddressFormat = {
  /** How the part between city and country is called; null where there is none. */
  state: MessageKey | null
  postalCode: MessageKey | null
  /** Hong Kong, Singapore and a few more are one city. */
  city: boolean
}

/** The format of a country (two capital letters). */
export function addressFormat(country: string): AddressFormat {
  const noCode = withoutPostalCode.has(country)
  const codeName = country === 'US' || country === 'PR' ? 'zip' : 'postalCode'
  return {
    state: stateNames[country] ?? (statesOf(country).length > 0 ? 'state' : null),
    postalCode: noCode ? null : codeName,
    city: !withoutCity.has(country),
  }
}

/** Whether Stripe's page asks for a postal code there when it asks for no address. */
export function cardWantsPostalCode(country: string): boolean {
  return country === 'US' || country === 'GB' || country === 'CA' || country === 'PR'
}

const stateNames: Record<string, MessageKey> = {
  AR: 'province',
  AU: 'state',
  BR: 'state',
  CA: 'province',
  CN: 'province',
  ES: 'province',
  HK: 'area',
  IN: 'state',
  IT: 'province',
  JP: 'prefecture',
  KR: 'province',
  MX: 'state',
  TH: 'province',
  US: 'state',
}
const withoutPostalCode = new Set(
  'AE AG AO AW BF BI BJ BO BS BW BZ CD CF CG CI CM DJ DM ER FJ GA GD GH GM GQ GY HK JM KI KM KN LC ML MO MR MW NR QA RW SB SC SL SO SR ST SY TG TL TO TT TV UG VU WS YE ZW'.split(
    ' ',
  ),
)
const withoutCity = new Set(['GI', 'HK', 'MC', 'MO', 'SG', 'VA'])
