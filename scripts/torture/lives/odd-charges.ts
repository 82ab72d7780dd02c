// Charges of unusual orders, and wrong ones, as fields of a session.
import { chargedTotal, chargeFields } from './planned-charge.ts'
import type { PlannedOrder } from './planned-order.ts'

interface Told {
  readonly order: PlannedOrder
}

/** A discount of all that the goods cost. */
export function free({ order }: Told) {
  return chargeFields({ ...order, charge: { ...order.charge, discount: order.total, tax: 0 } })
}

/** A total that is wrong, in minor units. Taxes may be in it or not: what is more than all of them is wrong for sure. */
export function tooMuch({ order }: Told): number {
  return chargedTotal(order) + order.charge.tax + 1
}

/** A discount of more than the goods cost. */
export function tooMuchOff({ order }: Told) {
  return chargeFields({
    ...order,
    charge: { ...order.charge, discount: order.total + 1, tax: 1, addsTax: true },
  })
}

/** Shipping at a price that the shop did not offer. */
export function otherShipping({ order }: Told) {
  const offer = { key: 'other', name: 'Other', amount: 77, days: { from: 1, to: 1 } }
  return chargeFields({ ...order, charge: { ...order.charge, shippingOffers: [offer], chosen: 0 } })
}
