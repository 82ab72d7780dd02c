import type { Metadata } from 'next'
import { pageMarket } from './page-market.ts'
import { pageMetadata } from './found/page-metadata.ts'
import { shopPicturePath } from './found/shared-picture/picture-path.ts'

/** The metadata of a help page: its title is what the footer calls it. */
export function helpMetadata(topic: 'delivery' | 'returns' | 'contact' | 'privacy') {
  return async (): Promise<Metadata> => {
    const market = await pageMarket()
    return pageMetadata(market, {
      path: `/help/${topic}`,
      title: market.t(`help.${topic}`),
      description: market.t('shop.description'),
      picture: shopPicturePath(market.locale),
    })
  }
}
