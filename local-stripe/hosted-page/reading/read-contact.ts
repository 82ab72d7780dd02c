// Reads who buys: e-mail address, telephone number, names.
import { isEmail } from '../../api/shared-fields.ts'
import type { Shopper } from '../../checkout/shopper.ts'
import { knownEmail } from '../sections/contact.ts'
import { typed, type Errors, type Shown } from '../shown.ts'

export type Read<T> = { read: T; errors: Errors }
type Contact = Pick<Shopper, 'email' | 'phone' | 'individualName' | 'businessName'>

/** The shopper as far as the contact section asks. */
export function readContact(shown: Shown): Read<Contact> {
  const { session, messages, filled } = shown
  const { values } = filled
  const { individual, business } = session.name_collection ?? {}
  const email = knownEmail(shown) ?? typed(values, 'email')
  const phone = session.phone_number_collection?.enabled ? typed(values, 'phoneNumber') : ''
  const individualName = individual?.enabled ? typed(values, 'individualName') : ''
  const businessName = business?.enabled ? typed(values, 'businessName') : ''
  const read = {
    email,
    phone: phone || null,
    individualName: individualName || null,
    businessName: businessName || null,
  }
  const errors: Errors = {
    ...(email !== '' && !isEmail(email) && { email: messages.emailInvalid }),
    ...(email === '' && { email: messages.required }),
    ...(phone !== '' && !isPhone(phone) && { phoneNumber: messages.phoneInvalid }),
    ...(phone === '' && session.phone_number_collection?.enabled && { phoneNumber: messages.required }),
    ...(isMissing(individualName, individual) && { individualName: messages.required }),
    ...(isMissing(businessName, business) && { businessName: messages.required }),
  }
  return { read, errors }
}

function isPhone(text: string): boolean {
  return /^\+?[\d\s().-]+$/.test(text) && text.replaceAll(/\D/g, '').length >= 5
}

function isMissing(text: string, asked: { enabled: boolean; optional: boolean } | undefined): boolean {
  return text === '' && asked?.enabled === true && !asked.optional
}
