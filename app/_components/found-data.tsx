// What the shop's pages tell search engines about themselves, beside what their metadata says.
import type { Collection } from '#domain/catalogue/collection-store'
import { everything } from '#domain/catalogue/collection-store'
import type { Product } from '#domain/catalogue/product'
import { listShippingRates } from '#domain/shipping/shipping-store'
import type { PageMarket } from '../_lib/page-market'
import { breadcrumbs } from '../_lib/found/structured-data/breadcrumbs'
import { listData } from '../_lib/found/structured-data/list-data'
import { productData } from '../_lib/found/structured-data/product-data'
import { shopData } from '../_lib/found/structured-data/shop-data'
import { JsonLd } from './json-ld'

/** For the home page: who sells here, and on what terms. */
export async function ShopData({ market }: { market: PageMarket }) {
  return <JsonLd graph={shopData(market, await listShippingRates(market.currency))} />
}

/** For a product's page: what it costs in the page's currency, and whether it is there. */
export function ProductData({ product, market }: { product: Product; market: PageMarket }) {
  const { locale, t, href } = market
  const trail = breadcrumbs([
    { name: t('product.all'), path: href(`/collections/${everything}`) },
    { name: product.name[locale], path: href(`/products/${product.slug}`) },
  ])
  return (
    <>
      <meta property="og:type" content="product" />
      <JsonLd graph={[productData(product, market), trail]} />
    </>
  )
}

interface CollectionDataProps {
  readonly collection: Collection
  /** Those on the page. */
  readonly products: readonly Product[]
  readonly market: PageMarket
}

/** For the first page of a collection: what is in it. */
export function CollectionData({ collection, products, market }: CollectionDataProps) {
  const { locale, t, href } = market
  const trail = breadcrumbs([
    { name: t('shop.name'), path: href('/') },
    { name: collection.name[locale], path: href(`/collections/${collection.slug}`) },
  ])
  return <JsonLd graph={[listData(products, market), trail]} />
}
