// A shop with one payment, for tests of what comes after it.
import type { TestContext } from 'node:test'
import type { Stripe } from 'stripe'
import { idOf, localStripeForTest, sessionParams } from './local-stripe-for-test.ts'
import { payWithCard } from './pay.ts'

/** Starts Local Stripe with a session that was paid with a card, its charge booked unless `booked` is false. */
export async function paidSession(
  t: TestContext,
  paid: { cardNumber?: string; currency?: string; amount?: number; booked?: boolean } = {},
) {
  const { cardNumber = '4242424242424242', currency = 'usd', amount = 1250, booked = true } = paid
  const setup = await localStripeForTest(t)
  const { stripe, control } = setup
  const { id, url } = await stripe.checkout.sessions.create(sessionParams({ currency, amount }))
  await payWithCard({ url }, { cardNumber })
  const payment_intent = idOf((await stripe.checkout.sessions.retrieve(id)).payment_intent)
  const wait = (seconds: number) => control('POST', '/clock/advance', { seconds })
  if (booked) await wait(3)
  const { latest_charge } = await stripe.paymentIntents.retrieve(payment_intent)
  return { ...setup, payment_intent, charge: idOf(latest_charge), wait, eventsOf: watchEvents(stripe) }
}

/** Gives a function that does something and tells the types of the events it brought about, oldest first. */
export function watchEvents(stripe: Stripe) {
  return async (work: () => Promise<unknown>) => {
    const [last] = (await stripe.events.list({ limit: 1 })).data
    await work()
    const { data } = await stripe.events.list({ ...(last && { ending_before: last.id }), limit: 100 })
    return data.map((event) => event.type).toReversed()
  }
}
