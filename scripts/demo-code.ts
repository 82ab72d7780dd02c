// The discount code of the demo, made in Local Stripe by its public API as an owner makes one in Stripe's Dashboard.
import { stripe } from '../stripe/client.ts'

export const demoCode = 'WELCOME10'

/** Makes the code, which takes 10 % off, unless it is there. */
export async function makeDemoCode(): Promise<void> {
  const { coupons, promotionCodes } = stripe()
  const { data } = await promotionCodes.list({ code: demoCode, limit: 1 })
  if (data.length > 0) return
  const coupon = await coupons.create({ name: 'Welcome', percent_off: 10, duration: 'once' })
  await promotionCodes.create({ code: demoCode, promotion: { type: 'coupon', coupon: coupon.id } })
}
