// A paid order, for the pages that only a shopper who has paid sees.
import { payWithCard } from '../../local-stripe/testing/pay.ts'

type Language = 'en' | 'zh-CN'

/** Buys and pays a gaiwan in the shop at `url`, and gives the path of the success page that the shopper is sent to. */
export async function payOrder({ url }: { url: string }, locale: Language): Promise<string> {
  const asked = await fetch(`${url}/api/checkout_sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ items: [{ sku: 'gaiwan', quantity: 1 }], currency: 'usd', locale }),
  })
  if (!asked.ok) throw new Error(`checkout answered ${asked.status}: ${await asked.text()}`)
  const { location } = await payWithCard((await asked.json()) as { url: string })
  const { pathname, search } = new URL(location ?? '', url)
  return `${pathname}${search}`
}
