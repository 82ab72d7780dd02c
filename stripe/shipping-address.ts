// Where a shopper wants their order, as they told Stripe. https://docs.stripe.com/payments/collect-addresses
import { z } from 'zod'
import { text } from './fields.ts'

const line = text.nullish().transform((given) => given || null)

const lines = z.object({
  line1: line,
  line2: line,
  city: line,
  state: line,
  postal_code: line,
  country: line,
})

/** As Stripe tells it; null when it tells nothing. */
export const shippingDetails = z
  .object({ name: line, address: lines.nullish() })
  .nullish()
  .transform((told) => (told?.address ? toAddress(told.name, told.address) : null))

function toAddress(name: string | null, { postal_code: postalCode, ...address }: z.output<typeof lines>) {
  return { name, ...address, postalCode }
}

const part = z.string().nullable()
const stored = z.object({
  name: part,
  line1: part,
  line2: part,
  city: part,
  state: part,
  /** Two capital letters. */
  country: part,
  postalCode: part,
})

export type ShippingAddress = Readonly<z.output<typeof stored>>

/** An address out of the JSON it is stored as. Throws ZodError when it is none. */
export function parseShippingAddress(json: string): ShippingAddress {
  return stored.parse(JSON.parse(json))
}
