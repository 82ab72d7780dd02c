import type { Metadata } from 'next'
import { orUnavailable } from '../../../_components/or-unavailable'
import { type AddressWords, wordOf } from '../../../_lib/list-query'
import { pageMarket } from '../../../_lib/page-market'
import { SearchHints } from './search-hints'
import { mostPages, SearchResults } from './search-results'

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
        <SearchResults query={query} page={pageOf(words)} market={market} />
      ) : (
        <SearchHints text={t('search.empty')} market={market} />
      )}
    </div>
  )
}

function pageOf({ page }: AddressWords): number {
  const number = Number(wordOf(page))
  return number > 1 && number <= mostPages ? Math.trunc(number) : 1
}

function queryOf({ q }: AddressWords): string {
  return wordOf(q, longestQuery)
}

export default orUnavailable(SearchPage)
