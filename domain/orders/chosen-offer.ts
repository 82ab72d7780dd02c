import type { ShippingOffer } from '#domain/shipping/shipping-offer'
import type { Order } from './order.ts'

/** Of the ways of shipping that an order was offered, the one it is sent by; undefined as long as Stripe has not told. */
export function chosenOffer({
  breakdown,
  shippingOffers,
}: Pick<Order, 'breakdown' | 'shippingOffers'>): ShippingOffer | undefined {
  const named = shippingOffers.filter(({ name }) => name === breakdown?.shippingName)
  return named.find(({ amount }) => amount === breakdown?.shipping) ?? named[0]
}
