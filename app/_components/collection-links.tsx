import { listCollections } from '#domain/catalogue/collection-store'
import type { PageMarket } from '../_lib/page-market'

interface CollectionLinksProps {
  readonly market: PageMarket
  /** The slug of the collection that the page shows. */
  readonly current?: string
}

/** A way to every collection. */
export async function CollectionLinks({ market: { locale, t, href }, current }: CollectionLinksProps) {
  const collections = await listCollections()
  return (
    <nav className="collection-links" aria-label={t('catalogue.collections')}>
      <ul>
        {collections.map(({ slug, name }) => (
          <li key={slug}>
            <a href={href(`/collections/${slug}`)} aria-current={slug === current ? 'page' : undefined}>
              {name[locale]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
