// What buyers do: ask for one unit, pay for it on Stripe's page, or go.
import { post } from '../deliver.ts'
import { cardFields, fillPaymentPage } from '../fill-payment-page.ts'
import type { LocalStripe } from '../shops.ts'

export interface Checkout {
  readonly status: number
  readonly body: string
  /** Null when the buyer was refused. */
  readonly sessionId: string | null
}

interface Asking {
  /** The processes of the shop, taken in turn. */
  readonly urls: readonly string[]
  readonly sku: string
  readonly buyers: number
}

/** All buyers ask for a unit at once, each a stranger to the shop. */
export async function askToBuy({ urls, sku, buyers }: Asking): Promise<Checkout[]> {
  const body = JSON.stringify({ items: [{ sku, quantity: 1 }], currency: 'usd' })
  return Promise.all(
    Array.from({ length: buyers }, async (_, index) => {
      const answer = await post(`${urls[index % urls.length]}/api/checkout_sessions`, body)
      const sessionId = answer.status === 200 ? (JSON.parse(answer.body) as { id: string }).id : null
      return { status: answer.status, body: answer.body, sessionId }
    }),
  )
}

/** Pays these sessions on Stripe's page, eight at a time. Throws when one cannot be paid. */
export async function payFor(sessionIds: readonly string[], stripe: LocalStripe): Promise<void> {
  await eightAtATime(sessionIds, async (id) => {
    const status = await fillPaymentPage({ url: stripe.url, sessionId: id }, cardFields('4242424242424242'))
    if (status !== 303) throw new Error(`${id} could not be paid: ${status}`)
  })
}

/** These sessions end without a payment, as they do by themselves after half an hour. */
export async function abandon(sessionIds: readonly string[], stripe: LocalStripe): Promise<void> {
  await eightAtATime(sessionIds, (id) => stripe.call(`/v1/checkout/sessions/${id}/expire`, {}))
}

async function eightAtATime<T>(list: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
  const rest = list.values()
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (const one of rest) await work(one)
    }),
  )
}
