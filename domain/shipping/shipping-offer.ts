// The ways of shipping that one order was offered, for good: later edits of the rates do not reach it.
import { z } from 'zod'
import type { Locale } from '#domain/catalogue/text'
import { type ShippingRate, shippingAmount } from './shipping-rate.ts'

const offer = z.object({
  key: z.string(),
  /** In the order's language. */
  name: z.string(),
  /** Minor units. */
  amount: z.number(),
  /** Business days. */
  days: z.object({ from: z.number(), to: z.number() }),
})

export type ShippingOffer = Readonly<z.output<typeof offer>>

interface Bought {
  /** What the goods cost, in minor units. */
  readonly subtotal: number
  readonly locale: Locale
}

/** What `rates` offer to whoever buys for so much, in the order of the rates. */
export function offerShipping(rates: readonly ShippingRate[], { subtotal, locale }: Bought): ShippingOffer[] {
  return rates.map((rate) => ({
    key: rate.key,
    name: rate.name[locale],
    amount: shippingAmount(rate, subtotal),
    days: rate.days,
  }))
}

/** Offers out of the JSON they are stored as. Throws ZodError when it is none. */
export function parseShippingOffers(json: string): ShippingOffer[] {
  return z.array(offer).parse(JSON.parse(json))
}
