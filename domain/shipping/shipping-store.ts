// Shipping rates in the database.
import { parseText } from '#domain/catalogue/text'
import type { Currency } from '#domain/money/currency'
import { reader } from '#prisma/client'
import type { ShippingRate } from './shipping-rate.ts'

// Stripe's page shows no more. https://docs.stripe.com/payments/during-payment/charge-shipping
const most = 5

/** The rates that are offered in `currency`, in the shop's order. None: shipping is neither offered nor charged. */
export async function listShippingRates(currency: Currency): Promise<ShippingRate[]> {
  const rows = await reader().shippingPrice.findMany({
    where: { currency },
    include: { rate: true },
    orderBy: [{ rate: { position: 'asc' } }, { rateKey: 'asc' }],
    take: most,
  })
  return rows.map(({ amount, freeFrom, rate: { key, name, daysFrom, daysTo } }) => ({
    key,
    name: parseText(name),
    amount,
    freeFrom,
    days: { from: daysFrom, to: daysTo },
  }))
}
