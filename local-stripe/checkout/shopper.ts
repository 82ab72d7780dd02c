// What a shopper tells the hosted page. A payment made without the page has the same, read from the payment method.
import type { Address } from '../store/stripe-types.ts'

export type Shopper = {
  email: string | null
  name: string | null
  phone: string | null
  address: Address
  /** Where the goods go; null when the session does not ask. */
  shipping: { name: string; address: Address } | null
  individualName: string | null
  businessName: string | null
  taxIds: { type: string; value: string }[]
  /** What was typed into the session's own fields, by their keys. */
  customFields: Record<string, string>
  consent: { promotions: 'opt_in' | 'opt_out' | null; termsOfService: 'accepted' | null } | null
}

export const noAddress: Address = {
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
}

/** A shopper of whom nothing is known. */
export const unknownShopper: Shopper = {
  email: null,
  name: null,
  phone: null,
  address: noAddress,
  shipping: null,
  individualName: null,
  businessName: null,
  taxIds: [],
  customFields: {},
  consent: null,
}
