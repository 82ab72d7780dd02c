import type { Metadata } from 'next'
import { listProducts } from '#domain/catalogue/product-store'
import { ShopData } from '../../_components/found-data'
import { orFailing } from '../../_components/or-unavailable'
import { ProductCard } from '../../_components/product-card'
import { pageMarket } from '../../_lib/page-market'
import { shopMetadata } from '../../_lib/page-metadata'

export const revalidate = 60

export function generateStaticParams() {
  return []
}

export async function generateMetadata(): Promise<Metadata> {
  return shopMetadata(await pageMarket())
}

async function HomePage() {
  const market = await pageMarket()
  const { t } = market
  const products = await listProducts()
  return (
    <>
      <ShopData market={market} />
      <section className="hero">
        <div>
          <h1>{t('shop.tagline')}</h1>
          <p>{t('shop.intro')}</p>
          <a className="button" href="#products">
            {t('catalogue.look')}
          </a>
        </div>
        <picture>
          <source
            type="image/avif"
            srcSet="/hero-768.avif 768w, /hero-1536.avif 1536w"
            sizes="(min-width: 60rem) 60vw, 100vw"
          />
          <img src="/hero-1536.jpg" width="1536" height="1024" alt="" fetchPriority="high" />
        </picture>
      </section>
      <h2 id="products">{t('catalogue.title')}</h2>
      <ul className="product-grid">
        {products.map((product, index) => (
          <ProductCard key={product.slug} product={product} market={market} eager={index < 2} />
        ))}
      </ul>
    </>
  )
}

export default orFailing(HomePage)
