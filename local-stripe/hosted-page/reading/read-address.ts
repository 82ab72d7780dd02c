// Reads an address of the form.
import { noAddress } from '../../checkout/shopper.ts'
import type { Address } from '../../store/stripe-types.ts'
import { isCountry } from '../countries.ts'
import { addressFormat, cardWantsPostalCode } from '../sections/address-formats.ts'
import type { AddressPart } from '../sections/address.ts'
import { statesOf } from '../sections/states.ts'
import { typed, type Shown } from '../shown.ts'
import type { Read } from './read-contact.ts'

/** The address that was typed, and what is missing of it. */
export function readAddress(shown: Shown, part: AddressPart): Read<Address> {
  const { messages, filled } = shown
  const text = (field: string) => typed(filled.values, part.prefix + field)
  const country = text('Country')
  const format = addressFormat(country)
  const address = {
    ...noAddress,
    country: country || null,
    ...(part.whole && {
      line1: text('AddressLine1') || null,
      line2: text('AddressLine2') || null,
      city: (format.city && text('Locality')) || null,
      state: (format.state !== null && text('AdministrativeArea')) || null,
    }),
    postal_code: (format.postalCode !== null && text('PostalCode')) || null,
  }
  const wrong = isCountry(country) ? wrongParts(address, country, part) : { Country: 'required' as const }
  const refused = country !== '' && part.allowed !== null && !part.allowed.includes(country)
  const found: Wrong = refused ? { Country: 'countryRefused' } : wrong
  const errors = Object.entries(found).map(([id, key]) => [part.prefix + id, messages[key ?? 'invalid']])
  return { read: address, errors: Object.fromEntries(errors) }
}

type Wrong = Partial<Record<string, 'required' | 'invalid' | 'countryRefused' | 'postalCodeInvalid'>>

function wrongParts(address: Address, country: string, { whole }: AddressPart): Wrong {
  const format = addressFormat(country)
  const code = address.postal_code
  const codeWanted = whole ? format.postalCode !== null : cardWantsPostalCode(country)
  return {
    ...(whole && address.line1 === null && { AddressLine1: 'required' }),
    ...(whole && format.city && address.city === null && { Locality: 'required' }),
    ...(whole && wrongState(address.state, country)),
    ...(codeWanted && code === null && { PostalCode: 'required' }),
    ...(codeWanted && code !== null && !isPostalCode(code, country) && { PostalCode: 'postalCodeInvalid' }),
  }
}

/** Where there is a list of states, one of them must be chosen. */
function wrongState(state: string | null, country: string): Wrong {
  const states = statesOf(country)
  if (states.length === 0) return {}
  if (state === null) return { AdministrativeArea: 'required' }
  return states.some(([code]) => code === state) ? {} : { AdministrativeArea: 'invalid' }
}

function isPostalCode(code: string, country: string): boolean {
  return country === 'US' ? /^\d{5}(-?\d{4})?$/.test(code) : code.length <= 12
}
