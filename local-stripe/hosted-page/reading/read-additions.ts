// Reads the shop's own fields, the tax id and the consent.
import type { Shopper } from '../../checkout/shopper.ts'
import type { Session } from '../../store/stripe-types.ts'
import { linkBox, promotionsBox, termsBox } from '../sections/consent.ts'
import { customFieldId } from '../sections/custom-fields.ts'
import { businessBox, taxIdRequired } from '../sections/tax-id.ts'
import { hasTaxId, readTaxId } from '../sections/tax-id-types.ts'
import { typed, type Errors, type Shown } from '../shown.ts'
import { fill } from '../text.ts'
import type { Read } from './read-contact.ts'

const longest = 255

/** What was typed into the shop's fields, by their keys. */
export function readCustomFields(shown: Shown): Read<Shopper['customFields']> {
  const fields = shown.session.custom_fields.map((field) => {
    const value = typed(shown.filled.values, customFieldId(field))
    return { field, value, error: wrongValue(shown, field, value) }
  })
  const filled = fields.filter(({ value }) => value !== '')
  const wrong = fields.filter(({ error }) => error !== null)
  return {
    read: Object.fromEntries(filled.map(({ field, value }) => [field.key, value])),
    errors: Object.fromEntries(wrong.map(({ field, error }) => [customFieldId(field), error ?? ''])),
  }
}

function wrongValue(shown: Shown, field: Session['custom_fields'][number], value: string): string | null {
  const { messages } = shown
  if (value === '') return field.optional ? null : messages.required
  if (field.dropdown) {
    return field.dropdown.options.some((option) => option.value === value) ? null : messages.invalid
  }
  const { minimum_length, maximum_length } = field.numeric ?? field.text ?? {}
  const [least, most] = [minimum_length ?? 0, maximum_length ?? longest]
  if (field.numeric && !/^\d+$/.test(value)) return messages.digitsOnly
  if (value.length < least) return fill(messages.tooShort, { count: least })
  return value.length > most ? fill(messages.tooLong, { count: most }) : null
}

/** A company's name and tax id; none when the shopper buys for nobody else. `country` is that of the billing address. */
export function readTaxIds(
  shown: Shown,
  country: string | null,
): Read<Pick<Shopper, 'taxIds'> & { company: string | null }> {
  const { session, messages, filled } = shown
  const { values } = filled
  const required = taxIdRequired(session) && hasTaxId(country ?? '')
  const id = typed(values, 'taxId')
  const asked = values[businessBox] !== undefined || required || (taxIdRequired(session) && id !== '')
  if (session.tax_id_collection?.enabled !== true || !asked)
    return { read: { taxIds: [], company: null }, errors: {} }
  const company = typed(values, 'businessName')
  const taxId = readTaxId(typed(values, 'taxIdType'), id)
  const errors: Errors = {
    ...(company === '' && { businessName: messages.required }),
    ...(id === '' && { taxId: messages.required }),
    ...(id !== '' && taxId === null && { taxId: messages.taxIdInvalid }),
  }
  return { read: { taxIds: taxId === null ? [] : [taxId], company: company || null }, errors }
}

/** What the shopper agreed to; null when nothing was asked. */
export function readConsent(shown: Shown): Read<Shopper['consent']> {
  const { session, messages, filled } = shown
  const ticked = (box: string) => filled.values[box] !== undefined
  const errors: Errors = ticked(linkBox) ? { [linkBox]: messages.stripePassMissing } : {}
  const asked = session.consent_collection
  if (asked === null) return { read: null, errors }
  const optedIn = ticked(promotionsBox) ? ('opt_in' as const) : ('opt_out' as const)
  const required = asked.terms_of_service === 'required'
  return {
    read: {
      promotions: asked.promotions === 'auto' ? optedIn : null,
      termsOfService: required && ticked(termsBox) ? 'accepted' : null,
    },
    errors: { ...errors, ...(required && !ticked(termsBox) && { [termsBox]: messages.termsRequired }) },
  }
}
