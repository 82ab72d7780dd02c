import type { Metadata } from 'next'
import { pageMarket } from './page-market.ts'
import type { MessageKey } from './translate.ts'

/** A page about one shopper's order: it has a title, and is nobody else's to find, nor is its address to be passed on. */
export async function orderMetadata(title: MessageKey): Promise<Metadata> {
  const { t } = await pageMarket()
  return { title: t(title), robots: { index: false, follow: false }, referrer: 'same-origin' }
}
