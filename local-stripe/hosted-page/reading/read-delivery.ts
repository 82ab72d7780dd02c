// Reads where the goods go and whom the payment is billed to.
import { noAddress, type Shopper } from '../../checkout/shopper.ts'
import { billingWanted } from '../sections/billing.ts'
import { typed, type Shown } from '../shown.ts'
import { readAddress } from './read-address.ts'
import type { Read } from './read-contact.ts'

type Shipping = Shopper['shipping']
type Billing = Pick<Shopper, 'name' | 'address'>

/** The shipping name and address; null when the shop asks for none. */
export function readShipping(shown: Shown): Read<Shipping> {
  const { session, messages, filled } = shown
  const collection = session.shipping_address_collection
  if (collection === null) return { read: null, errors: {} }
  const allowed: readonly string[] = collection.allowed_countries
  const { read: address, errors } = readAddress(shown, { prefix: 'shipping', allowed, whole: true })
  const name = typed(filled.values, 'shippingName')
  const read = { name, address }
  return { read, errors: { ...(name === '' && { shippingName: messages.required }), ...errors } }
}

/** The billing name and address for a payment method; as shipped when the box for it is ticked. */
export function readBilling(shown: Shown, type: string, shipping: Shipping): Read<Billing> {
  const { session, messages, filled } = shown
  const { values } = filled
  if (shipping !== null && values['cardUseShippingAsBilling'] !== undefined) {
    return { read: { name: shipping.name || null, address: shipping.address }, errors: {} }
  }
  const wanted = billingWanted(session, type)
  if (wanted === 'nothing') {
    return { read: { name: shipping?.name ?? null, address: shipping?.address ?? noAddress }, errors: {} }
  }
  const whole = wanted === 'whole'
  const { read: address, errors } = readAddress(shown, { prefix: 'billing', allowed: null, whole })
  const name = typed(values, 'billingName')
  return {
    read: { name: name || null, address },
    errors: { ...(name === '' && { billingName: messages.required }), ...errors },
  }
}
