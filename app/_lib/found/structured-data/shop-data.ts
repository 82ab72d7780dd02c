import type { ShippingRate } from '#domain/shipping/shipping-rate'
import { absolute } from '../absolute.ts'
import type { PageMarket } from '../../page-market.ts'
import { shopTerms } from './shop-terms.ts'

/** Who sells here and on what terms, and how the shop is searched. */
export function shopData(market: PageMarket, rates: readonly ShippingRate[]): object[] {
  const { locale, t, href } = market
  const url = absolute(href('/'))
  const name = t('shop.name')
  return [
    { '@type': 'OnlineStore', name, url, logo: absolute('/icon-512.png'), ...shopTerms(rates, market) },
    {
      '@type': 'WebSite',
      name,
      url,
      inLanguage: locale,
      potentialAction: {
        '@type': 'SearchAction',
        target: { '@type': 'EntryPoint', urlTemplate: `${absolute(href('/search'))}?q={words}` },
        'query-input': 'required name=words',
      },
    },
  ]
}
