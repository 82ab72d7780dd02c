// Reads what the shopper typed. What comes out is either a payment that may be tried or an error for each field;
// a card number that is no test card goes no further than `readMethod`.
import type { Shopper } from '../../checkout/shopper.ts'
import type { MethodChoice } from '../../payments/methods/method.ts'
import { readMethod } from '../../payments/methods/read-method.ts'
import { chosenMethod } from '../sections/methods.ts'
import type { Errors, Shown } from '../shown.ts'
import { fill } from '../text.ts'
import { readConsent, readCustomFields, readTaxIds } from './read-additions.ts'
import { readContact, type Read } from './read-contact.ts'
import { readBilling, readShipping } from './read-delivery.ts'

export type PaymentForm =
  | { valid: true; shopper: Shopper; choice: MethodChoice | null }
  | { valid: false; errors: Errors }

/** No field of the form is meant for more. */
const longest = 500

/** Reads the payment form; `choice` is null when there is nothing to pay. Errors are sentences by element id. */
export function readPaymentForm(shown: Shown): PaymentForm {
  const method = readChoice(shown)
  const contact = readContact(shown)
  const shipping = readShipping(shown)
  const customFields = readCustomFields(shown)
  const billing = readBilling(shown, chosenType(shown), shipping.read)
  const tax = readTaxIds(shown, billing.read.address.country)
  const consent = readConsent(shown)
  const shopper: Shopper = {
    ...contact.read,
    ...billing.read,
    shipping: shipping.read,
    customFields: customFields.read,
    taxIds: tax.read.taxIds,
    businessName: contact.read.businessName ?? tax.read.company,
    consent: consent.read,
  }
  const parts = [contact, shipping, customFields, method, billing, tax, consent]
  const errors = mergeErrors([...parts.map((part) => part.errors), tooLong(shown)])
  return Object.keys(errors).length > 0
    ? { valid: false, errors }
    : { valid: true, shopper, choice: method.read }
}

function readChoice(shown: Shown): Read<MethodChoice | null> {
  const { account, session, filled, messages } = shown
  if (session.amount_total === 0) return { read: null, errors: {} }
  const method = readMethod({ type: chosenType(shown), typed: filled.values, now: account.clock() })
  if (method.ok) return { read: method.choice, errors: {} }
  const errors = Object.entries(method.errors).map(([id, key]) => [id, messages[key ?? 'invalid']])
  return { read: null, errors: Object.fromEntries(errors) }
}

function chosenType({ session, filled }: Shown): string {
  return chosenMethod(session.payment_method_types, filled.values)
}

function tooLong({ filled, messages }: Shown): Errors {
  const long = Object.entries(filled.values).filter(([, value]) => (value ?? '').length > longest)
  const sentence = fill(messages.tooLong, { count: longest })
  return Object.fromEntries(long.map(([id]) => [id, sentence]))
}

/** In the order in which the page has the fields: the first is where the shopper is led. */
function mergeErrors(all: Errors[]): Errors {
  return Object.fromEntries(all.flatMap((errors) => Object.entries(errors)))
}
