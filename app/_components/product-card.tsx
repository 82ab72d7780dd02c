import { askingPrice, unitsLeft } from '#domain/catalogue/asking-price'
import type { Product } from '#domain/catalogue/product'
import { few } from '#domain/stock/stock-store'
import type { PageMarket } from '../_lib/page-market'
import { FormerPrice } from './former-price'
import { ProductPicture } from './product-picture'

interface ProductCardProps {
  readonly product: Product
  readonly market: PageMarket
  /** Whether it is on screen at once. */
  readonly eager: boolean
}

/** A product in a list: its picture, its name, what it costs, and whether there is still some. All of it leads to its page. */
export function ProductCard({ product, market, eager }: ProductCardProps) {
  const { locale, href } = market
  const { slug, name, variants } = product
  return (
    <li className="product-card">
      <h3>
        <a href={href(`/products/${slug}`)}>{name[locale]}</a>
      </h3>
      <ProductPicture
        picture={variants[0]?.picture ?? slug}
        alt=""
        sizes="(min-width: 60rem) 18rem, 46vw"
        eager={eager}
      />
      <CardPrice product={product} market={market} />
      <CardNotes product={product} market={market} />
    </li>
  )
}

function CardPrice({ product, market: { currency, price, t } }: Omit<ProductCardProps, 'eager'>) {
  const asked = askingPrice(product, currency)
  if (!asked) return <p className="quiet">{t('product.no-price')}</p>
  const { amount, was, isLowest } = asked
  return (
    <p className={was === null ? 'price' : 'price reduced'}>
      {isLowest ? t('catalogue.from', { price: price(amount) }) : price(amount)}
      {was !== null && <FormerPrice price={price(was)} t={t} />}
    </p>
  )
}

function CardNotes({ product, market: { t } }: Omit<ProductCardProps, 'eager'>) {
  const left = unitsLeft(product)
  const count = product.variants.length
  return (
    <>
      {count > 1 && <p className="quiet">{t('catalogue.variants', { count })}</p>}
      {left === 0 && <p className="badge">{t('catalogue.sold-out')}</p>}
      {left > 0 && left <= few && <p className="badge few">{t('product.few', { count: left })}</p>}
    </>
  )
}
