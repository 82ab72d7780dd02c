import type { Metadata } from 'next'
import { findProducts } from '#domain/catalogue/product-store'
import { searchProducts } from '#domain/catalogue/search-store'
import { respell } from '#domain/catalogue/spelling-store'
import { CollectionLinks } from '../../../_components/collection-links'
import { orUnavailable } from '../../../_components/or-unavailable'
import { ProductGrid } from '../../../_components/product-grid'
import { type AddressWords, wordOf } from '../../../_lib/list-query'
import { type PageMarket, pageMarket } from '../../../_lib/page-market'

const most = 48
const firstRow = 4
const longestQuery = 100

interface SearchPageProps {
  readonly searchParams: Promise<AddressWords>
}

export async function generateMetadata({ searchParams }: SearchPageProps): Promise<Metadata> {
  const { t } = await pageMarket()
  const query = queryOf(await searchParams)
  return {
    title: query ? t('search.for', { query }) : t('search.title'),
    robots: { index: false, follow: true },
  }
}

async function SearchPage({ searchParams }: SearchPageProps) {
  const market = await pageMarket()
  const { t, href } = market
  const query = queryOf(await searchParams)
  return (
    <div className="list">
      <h1>{t('search.title')}</h1>
      <search aria-label={t('search.title')}>
        <form className="search-form" action={href('/search')}>
          <label className="field">
            {t('search.field')}
            <input
              type="search"
              name="q"
              defaultValue={query}
              maxLength={longestQuery}
              enterKeyHint="search"
              autoComplete="off"
            />
          </label>
          <button className="button">{t('search.go')}</button>
        </form>
      </search>
      {query ? <Results query={query} market={market} /> : <Hints text={t('search.empty')} market={market} />}
    </div>
  )
}

async function Results({ query, market }: { query: string; market: PageMarket }) {
  const { t } = market
  const { productIds, isCut } = await searchProducts(query, most)
  const products = await findProducts(productIds)
  const count = products.length
  return (
    <>
      <output>{t(isCut ? 'search.more-than' : 'search.count', { count, query })}</output>
      {count > 0 && <h2 className="aloud">{t('list.products')}</h2>}
      <ProductGrid products={products} market={market} eager={firstRow} />
      {count === 0 && <Meant query={query} market={market} />}
      {count === 0 && <Hints text={t('search.none')} market={market} />}
    </>
  )
}

async function Meant({ query, market: { t, href } }: { query: string; market: PageMarket }) {
  const meant = await respell(query)
  if (meant === null) return null
  return (
    <p>
      {t('search.meant')}{' '}
      <a href={href(`/search?${new URLSearchParams({ q: meant })}`)}>
        <strong>{meant}</strong>
      </a>
    </p>
  )
}

function Hints({ text, market }: { text: string; market: PageMarket }) {
  return (
    <>
      <p className="quiet">{text}</p>
      <CollectionLinks market={market} />
    </>
  )
}

function queryOf({ q }: AddressWords): string {
  return wordOf(q, longestQuery)
}

export default orUnavailable(SearchPage)
