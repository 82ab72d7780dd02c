import type { Product } from '#domain/catalogue/product'
import { relatedProducts } from '#domain/catalogue/related-products'
import { ProductGrid } from '../../../../_components/product-grid'
import type { PageMarket } from '../../../../_lib/page-market'

const most = 4

/** What else stands on the same shelf. */
export async function RelatedProducts({ product, market }: { product: Product; market: PageMarket }) {
  const related = await relatedProducts(product, most)
  if (related.length === 0) return null
  return (
    <section className="related" aria-labelledby="related">
      <h2 id="related">{market.t('product.related')}</h2>
      <ProductGrid products={related} market={market} />
    </section>
  )
}
