import type { Metadata } from 'next'
import { findProducts } from '#domain/catalogue/product-store'
import { searchShop } from '#domain/catalogue/search-shop'
import { respell } from '#domain/catalogue/spelling-store'
import { CollectionLinks } from '../../../_components/collection-links'
import { orUnavailable } from '../../../_components/or-unavailable'
import { ProductGrid } from '../../../_components/product-grid'
import { type AddressWords, wordOf } from '../../../_lib/list-query'
import { type PageMarket, pageMarket } from '../../../_lib/page-market'

const pageSize = 48
const mostPages = 4
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
  const words = await searchParams
  const query = queryOf(words)
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
      {query ? (
        <Results query={query} page={pageOf(words)} market={market} />
      ) : (
        <Hints text={t('search.empty')} market={market} />
      )}
    </div>
  )
}

interface ResultsProps {
  readonly query: string
  /** 1 is the first. */
  readonly page: number
  readonly market: PageMarket
}

async function Results({ query, page, market }: ResultsProps) {
  const { t } = market
  const { productIds, isCut, isClose } = await searchShop(query, mostPages * pageSize)
  const count = productIds.length
  const last = Math.ceil(count / pageSize)
  const shown = Math.max(1, Math.min(page, last))
  const products = await findProducts(productIds.slice((shown - 1) * pageSize, shown * pageSize))
  return (
    <>
      <output>{t(isClose ? 'search.close' : countText(isCut), { count, query })}</output>
      {(isClose || count === 0) && <Meant query={query} market={market} />}
      {products.length > 0 && <h2 className="aloud">{t('list.products')}</h2>}
      <ProductGrid products={products} market={market} eager={firstRow} />
      <Pages query={query} page={shown} last={last} market={market} />
      {count === 0 && <Hints text={t('search.none')} market={market} />}
    </>
  )
}

function Pages({ query, page, last, market: { t, href } }: ResultsProps & { last: number }) {
  if (last < 2) return null
  const pages = Array.from({ length: last }, (_, at) => at + 1)
  return (
    <nav className="ways-on" aria-label={t('list.pages')}>
      {pages.map((each) => (
        <a
          key={each}
          href={href(`/search?${new URLSearchParams({ q: query, page: String(each) })}`)}
          aria-current={each === page ? 'page' : undefined}
        >
          {each}
        </a>
      ))}
    </nav>
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

function countText(isCut: boolean): 'search.more-than' | 'search.count' {
  return isCut ? 'search.more-than' : 'search.count'
}

function pageOf({ page }: AddressWords): number {
  const number = Number(wordOf(page))
  return number > 1 && number <= mostPages ? Math.trunc(number) : 1
}

function queryOf({ q }: AddressWords): string {
  return wordOf(q, longestQuery)
}

export default orUnavailable(SearchPage)
