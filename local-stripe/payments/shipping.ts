import { needed, object, text, type ValueOf } from '../api/fields.ts'
import { addressFields } from '../api/shared-fields.ts'
import { noAddress } from '../checkout/shopper.ts'
import type { PaymentIntent } from '../store/stripe-types.ts'

/** Where the goods of a payment go, as a parameter. */
export const shippingField = object({
  address: needed(addressFields()),
  name: needed(text()),
  carrier: text(),
  phone: text(),
  tracking_number: text(),
})

type Given = Partial<ValueOf<typeof shippingField>>

/** Where the goods go, as it stands on PaymentIntents and charges; null when nothing was given. */
export function shippingOf(given: Given | null | undefined): PaymentIntent['shipping'] {
  if (!given?.name) return null
  const { address, name, carrier = null, phone = null, tracking_number = null } = given
  const known = Object.entries(address ?? {}).filter(([, line]) => line !== undefined)
  return { address: { ...noAddress, ...Object.fromEntries(known) }, carrier, name, phone, tracking_number }
}
