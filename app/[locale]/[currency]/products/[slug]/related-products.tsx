import type { Product } from '#domain/catalogue/product'
import { relatedProducts } from '#domain/catalogue/related-products'
import { ProductPicture } from '../../../../_components/product-picture'
import type { PageMarket } from '../../../../_lib/page-market'
import { productHref } from '../../../../_lib/product-href'

const most = 4

/**
 * What else stands on the same shelf. Without prices: this page is made anew when its own product changes, not when another
 * one does.
 */
export async function RelatedProducts({ product, market }: { product: Product; market: PageMarket }) {
  const { locale, t, href } = market
  const related = await relatedProducts(product, most)
  if (related.length === 0) return null
  return (
    <section className="related">
      <h2>{t('product.related')}</h2>
      <ul>
        {related.map(({ slug, name, variants }) => (
          <li key={slug}>
            <a href={href(productHref(slug))}>
              <ProductPicture
                picture={variants[0]?.picture ?? slug}
                alt=""
                sizes="(min-width: 60rem) 18rem, 46vw"
              />
              {name[locale]}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
