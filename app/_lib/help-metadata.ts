import type { Metadata } from 'next'
import { alternates } from './alternates.ts'
import { pageMarket } from './page-market.ts'

/** The metadata of a help page: its title is what the footer calls it. */
export function helpMetadata(topic: 'delivery' | 'returns' | 'contact' | 'privacy') {
  return async (): Promise<Metadata> => {
    const market = await pageMarket()
    return { title: market.t(`help.${topic}`), alternates: alternates(market, `/help/${topic}`) }
  }
}
