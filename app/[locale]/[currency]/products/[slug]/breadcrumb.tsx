import { everything, getCollectionOf } from '#domain/catalogue/collection-store'
import type { Product } from '#domain/catalogue/product'
import type { PageMarket } from '../../../../_lib/page-market'

/** The way back: to everything there is, and to the collection that the product stands in. */
export async function Breadcrumb({ product, market }: { product: Product; market: PageMarket }) {
  const { locale, t, href } = market
  const collection = await getCollectionOf(product.id)
  return (
    <nav className="breadcrumb" aria-label={t('product.place')}>
      <a href={href(`/collections/${everything}`)}>{t('product.all')}</a>
      {collection && <a href={href(`/collections/${collection.slug}`)}>{collection.name[locale]}</a>}
    </nav>
  )
}
