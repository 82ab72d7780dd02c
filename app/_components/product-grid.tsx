import type { Product } from '#domain/catalogue/product'
import type { PageMarket } from '../_lib/page-market'
import { ProductCard } from './product-card'

interface ProductGridProps {
  readonly products: readonly Product[]
  readonly market: PageMarket
  /** How many of its pictures are on screen at once: a row of them where the grid begins there. */
  readonly eager?: number
}

/** Products side by side; nothing where there are none. */
export function ProductGrid({ products, market, eager = 0 }: ProductGridProps) {
  if (products.length === 0) return null
  return (
    <ul className="product-grid">
      {products.map((product, index) => (
        <ProductCard key={product.slug} product={product} market={market} eager={index < eager} />
      ))}
    </ul>
  )
}
