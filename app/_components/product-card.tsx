import type { Product } from '#domain/catalogue/product'
import type { PageMarket } from '../_lib/page-market'
import { ProductPicture } from './product-picture'

/** A product in a list: its picture, its name, and what it costs or that it is sold out. */
export function ProductCard({
  product,
  market,
  eager,
}: {
  product: Product
  market: PageMarket
  eager: boolean
}) {
  const { locale, t, href } = market
  const { slug, name, variants } = product
  return (
    <li className="product-card">
      <a href={href(`/products/${slug}`)}>
        <ProductPicture
          picture={variants[0]?.picture ?? slug}
          alt=""
          sizes="(min-width: 60rem) 18rem, 46vw"
          eager={eager}
        />
        <h3>{name[locale]}</h3>
      </a>
      <p>
        <span className="price">{priceText(product, market)}</span>
        {variants.length > 1 && (
          <span className="quiet">{t('catalogue.variants', { count: variants.length })}</span>
        )}
      </p>
    </li>
  )
}

function priceText({ variants }: Product, { currency, price, t }: PageMarket): string {
  if (variants.every(({ available }) => available === 0)) return t('catalogue.sold-out')
  const amounts = variants.map(({ prices }) => prices[currency]).filter((amount) => amount !== undefined)
  if (amounts.length === 0) return t('product.no-price')
  const lowest = price(Math.min(...amounts))
  return new Set(amounts).size > 1 ? t('catalogue.from', { price: lowest }) : lowest
}
