import type { Display } from '#domain/catalogue/shop-window'
import { ProductPicture } from '../../_components/product-picture'
import type { PageMarket } from '../../_lib/page-market'

interface CollectionTilesProps {
  readonly displays: readonly Display[]
  readonly market: PageMarket
}

/** The way into each collection, by something out of it. */
export function CollectionTiles({ displays, market: { locale, href } }: CollectionTilesProps) {
  return (
    <ul className="collection-tiles">
      {displays.map(({ collection: { slug, name, description }, product }) => (
        <li key={slug}>
          <ProductPicture
            picture={product.variants[0]?.picture ?? product.slug}
            alt=""
            sizes="(min-width: 60rem) 18rem, 46vw"
          />
          <h3>
            <a href={href(`/collections/${slug}`)}>{name[locale]}</a>
          </h3>
          <p className="quiet">{description[locale]}</p>
        </li>
      ))}
    </ul>
  )
}
