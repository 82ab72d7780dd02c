// What a shopper saw and paid where Stripe converted the shop's prices into their own currency.
// https://docs.stripe.com/payments/currencies/localize-prices/adaptive-pricing
import { z } from 'zod'
import { amount, text } from './fields.ts'

/** As Stripe tells it. */
export const presentmentDetails = z
  .object({ presentment_amount: amount, presentment_currency: text })
  .transform((told) => ({ amount: told.presentment_amount, currency: told.presentment_currency }))

/** `amount` in minor units of `currency`, which need not be one of the shop's. */
const stored = z.object({ amount: z.number(), currency: z.string() })

export type Presentment = Readonly<z.output<typeof stored>>

/** A presentment out of the JSON it is stored as. Throws ZodError when it is none. */
export function parsePresentment(json: string): Presentment {
  return stored.parse(JSON.parse(json))
}
