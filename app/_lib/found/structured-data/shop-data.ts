import { absolute } from '../absolute.ts'
import type { PageMarket } from '../../page-market.ts'

/** Who sells here, and how the shop is searched. */
export function shopData({ locale, t, href }: PageMarket): object[] {
  const url = absolute(href('/'))
  const name = t('shop.name')
  return [
    { '@type': 'Organization', name, url, logo: absolute('/icon-512.png') },
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
