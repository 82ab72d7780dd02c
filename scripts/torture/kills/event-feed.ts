// Stripe's events as they happen, read from its own list.
import type { StripeEvent } from '../lives/stripe-objects.ts'
import type { LocalStripe } from '../shops.ts'

/** What the shop is subscribed to. */
const types = [
  'checkout.session.*',
  'refund.*',
  'charge.refunded',
  'charge.refund.updated',
  'charge.dispute.*',
]
const patterns = types.map((type) => new RegExp(`^${type.replaceAll('.', '\\.').replace('*', '\\w+')}$`))

/** Gives a function that gives the events since it was last asked, oldest first: those the shop is subscribed to. */
export function followEvents(stripe: LocalStripe): () => Promise<StripeEvent[]> {
  let last: string | null = null
  return async function newEvents() {
    const found: StripeEvent[] = []
    for (let hasMore = true; hasMore;) {
      const cursor: string = last === null ? '' : `&ending_before=${last}`
      const page = (await stripe.call(`/v1/events?limit=100${cursor}`)) as {
        data: StripeEvent[]
        has_more: boolean
      }
      found.push(...page.data.toReversed())
      last = page.data[0]?.id ?? last
      hasMore = cursor !== '' && page.has_more
    }
    return found.filter(({ type }) => patterns.some((pattern) => pattern.test(type)))
  }
}
