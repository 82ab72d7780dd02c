// Shipping rates in the database.
import { parseText } from '#domain/catalogue/text'
import type { Currency } from '#domain/money/currency'
import { reader } from '#prisma/client'
import type { ShippingRate } from './shipping-rate.ts'

// Stripe's page shows no more. https://docs.stripe.com/payments/during-payment/charge-shipping
const most = 5

/** The rates that are offered in `currency`, in the shop's order. None: shipping is neither offered nor charged. */
export async function listShippingRates(currency: Currency): Promise<ShippingRate[]> {
  const rows = await reader().$queryRaw<RateRow[]>`
    SELECT "key", "name", "amount", "freeFrom", "daysFrom", "daysTo"
    FROM "ShippingPrice" JOIN "ShippingRate" ON "key" = "rateKey"
    WHERE "currency" = ${currency} ORDER BY "position", "key" LIMIT ${most}`
  return rows.map(({ name, daysFrom, daysTo, ...rate }) => ({
    ...rate,
    name: parseText(name),
    days: { from: daysFrom, to: daysTo },
  }))
}

type RateRow = Pick<ShippingRate, 'key' | 'amount' | 'freeFrom'> & {
  readonly name: unknown
  readonly daysFrom: number
  readonly daysTo: number
}
