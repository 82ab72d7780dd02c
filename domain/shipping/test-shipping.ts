// For tests: ways of shipping, offered until they are withdrawn.
import { insertShippingRates } from '#prisma/shipping-rates'
import { transaction } from '#prisma/client'

/** Offers the rates that an empty shop begins with: standard, which is free from some sum on, and express. */
export async function offerSeededRates(): Promise<void> {
  await transaction(insertShippingRates)
}

/** Changes what a rate costs, as the owner does. */
export async function setShippingPrice(rateKey: string, currency: string, amount: number): Promise<void> {
  await transaction((tx) => tx.shippingPrice.updateMany({ where: { rateKey, currency }, data: { amount } }))
}

/** Withdraws every rate, as an owner does who charges nothing for shipping. */
export async function withdrawRates(): Promise<void> {
  await transaction(async (tx) => {
    await tx.shippingPrice.deleteMany()
    await tx.shippingRate.deleteMany()
  })
}
