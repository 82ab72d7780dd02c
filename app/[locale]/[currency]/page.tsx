import type { Metadata } from 'next'
import { browse, noFilters } from '#domain/catalogue/browse'
import { everything, getCollection } from '#domain/catalogue/collection-store'
import { fillWindow } from '#domain/catalogue/shop-window'
import { ShopData } from '../../_components/found-data'
import { orFailing } from '../../_components/or-unavailable'
import { ProductGrid } from '../../_components/product-grid'
import { type PageMarket, pageMarket } from '../../_lib/page-market'
import { metadataOfShop } from '../../_lib/found/page-metadata'
import { CollectionTiles } from './collection-tiles'
import { Hero } from './hero'

const featured = 8
const reduced = 3

export const revalidate = 60

export function generateStaticParams() {
  return []
}

export async function generateMetadata(): Promise<Metadata> {
  return metadataOfShop(await pageMarket())
}

async function HomePage() {
  const market = await pageMarket()
  const { t, href } = market
  const [displays, { chosen, onSale }] = await Promise.all([fillWindow(4), productsFor(market)])
  return (
    <div className="home">
      <ShopData market={market} />
      <Hero market={market} />
      <section>
        <h2>{t('catalogue.collections')}</h2>
        <CollectionTiles displays={displays} market={market} />
      </section>
      <section>
        <h2 id="products">{t('catalogue.featured')}</h2>
        <ProductGrid products={chosen} market={market} />
        <a className="button" href={href('/collections/all')}>
          {t('catalogue.look')}
        </a>
      </section>
      {onSale.length > 0 && (
        <section className="beside">
          <h2>{t('catalogue.on-sale')}</h2>
          <ProductGrid products={onSale} market={market} />
          <a className="button" href={href('/collections/all?on-sale=1')}>
            {t('catalogue.look-on-sale')}
          </a>
        </section>
      )}
    </div>
  )
}

async function productsFor({ currency }: PageMarket) {
  const collection = await getCollection(everything)
  if (!collection) return { chosen: [], onSale: [] }
  const walk = { collectionId: collection.id, sort: 'featured', currency, after: null } as const
  const onSale = { ...noFilters, onSale: true, inStock: true }
  const shelves = await Promise.all([
    browse({ ...walk, limit: featured, filters: noFilters }),
    browse({ ...walk, limit: reduced, filters: onSale }),
  ])
  return { chosen: shelves[0].products, onSale: shelves[1].products }
}

export default orFailing(HomePage)
