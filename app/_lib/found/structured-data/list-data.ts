import type { Product } from '#domain/catalogue/product'
import { absolute } from '../absolute.ts'
import type { PageMarket } from '../../page-market.ts'

/** The products of a list, in their order, each with its page. https://schema.org/ItemList */
export function listData(products: readonly Product[], { href }: Pick<PageMarket, 'href'>): object {
  return {
    '@type': 'ItemList',
    itemListElement: products.map(({ slug }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      url: absolute(href(`/products/${slug}`)),
    })),
  }
}
