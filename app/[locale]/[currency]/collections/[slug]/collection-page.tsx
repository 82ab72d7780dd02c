import { notFound } from 'next/navigation'
import { browse, countWanted } from '#domain/catalogue/browse'
import type { Collection } from '#domain/catalogue/collection-store'
import { CollectionLinks } from '../../../../_components/collection-links'
import { CollectionData } from '../../../../_components/found-data'
import { Instead } from '../../../../_components/instead'
import { ProductGrid } from '../../../../_components/product-grid'
import { type ListQuery, wholeList } from '../../../../_lib/list-query'
import { type PageMarket, pageMarket } from '../../../../_lib/page-market'
import { readCollection } from './collection-metadata'
import { FilterChips } from './filter-chips'
import { FilterForm } from './filter-form'
import NoCollection from './not-found'
import { resultText } from './result-text'
import { WaysOn } from './ways-on'

const pageSize = 24
const firstRow = 4

/** A part of a collection: what the query leaves of it. */
export async function CollectionPage({ slug, query }: { slug: string; query: ListQuery }) {
  const market = await pageMarket()
  const collection = await readCollection(slug)
  if (!collection) {
    return (
      <Instead fail={notFound}>
        <NoCollection />
      </Instead>
    )
  }
  return <Listed list={{ collection, query }} market={market} />
}

export interface List {
  readonly collection: Collection
  readonly query: ListQuery
}

async function Listed({ list, market }: { list: List; market: PageMarket }) {
  const { collection, query } = list
  const { locale, currency, t } = market
  const { sort, filters, after } = query
  const browsing = { collectionId: collection.id, sort, currency, filters }
  // One after the other: what they do between two breaths would come together.
  const shelf = await browse({ ...browsing, after, limit: pageSize })
  const counted = await countWanted(browsing)
  return (
    <div className="list">
      {query === wholeList && (
        <CollectionData collection={collection} products={shelf.products} market={market} />
      )}
      <CollectionLinks market={market} current={collection.slug} />
      <header>
        <h1>{collection.name[locale]}</h1>
        {collection.description[locale] && <p>{collection.description[locale]}</p>}
      </header>
      <FilterForm list={list} market={market} />
      <div className="list-facts">
        <output>{resultText(counted, filters, t)}</output>
        <FilterChips list={list} market={market} />
      </div>
      <h2 className="aloud">{t('list.products')}</h2>
      <ProductGrid products={shelf.products} market={market} eager={firstRow} />
      <WaysOn list={list} shelf={shelf} market={market} />
    </div>
  )
}
