import { findProducts } from '#domain/catalogue/product-store'
import { searchShop, type ShopFound } from '#domain/catalogue/search-shop'
import { respell } from '#domain/catalogue/spelling-store'
import { ProductGrid } from '../../../_components/product-grid'
import type { PageMarket } from '../../../_lib/page-market'
import { SearchHints } from './search-hints'

const pageSize = 24
const firstRow = 4
/** As many pages as a search has at most. */
export const mostPages = 8

interface ResultsProps {
  readonly query: string
  /** 1 is the first. */
  readonly page: number
  readonly market: PageMarket
}

/** What the search finds: how much of it there is, a page of it, and the ways on where it is not what was meant. */
export async function SearchResults({ query, page, market }: ResultsProps) {
  const { t } = market
  const { productIds, isCut, isClose } = await searchShop(query, mostPages * pageSize)
  const count = productIds.length
  const last = Math.ceil(count / pageSize)
  const shown = Math.max(1, Math.min(page, last))
  const products = await findProducts(productIds.slice((shown - 1) * pageSize, shown * pageSize))
  return (
    <>
      <output>{t(countText({ isCut, isClose }), { count, query })}</output>
      {(isClose || count === 0) && <Meant query={query} market={market} />}
      {products.length > 0 && <h2 className="aloud">{t('list.products')}</h2>}
      <ProductGrid products={products} market={market} eager={firstRow} />
      <Pages query={query} page={shown} last={last} market={market} />
      {count === 0 && <SearchHints text={t('search.none')} market={market} />}
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

function countText({ isCut, isClose }: Pick<ShopFound, 'isCut' | 'isClose'>) {
  if (isClose) return 'search.close'
  return isCut ? 'search.more-than' : 'search.count'
}
