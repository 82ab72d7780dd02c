import { hasFilters, mostLookedAt, noFilters, type Shelf } from '#domain/catalogue/browse'
import { everything } from '#domain/catalogue/collection-store'
import { listWords, type ListQuery, wholeList } from '../../../../_lib/list-query'
import type { PageMarket } from '../../../../_lib/page-market'
import type { List } from './collection-page'

interface WaysOnProps {
  readonly list: List
  readonly shelf: Shelf
  readonly market: PageMarket
}

/** The way to the next page and back to the first; where nothing is to be seen, why, and what to do about it. */
export function WaysOn({ list: { collection, query }, shelf, market }: WaysOnProps) {
  const { currency, t, href } = market
  const hrefOf = (other: ListQuery) => href(`/collections/${collection.slug}${listWords(other, currency)}`)
  const { products, next } = shelf
  const isEmpty = products.length === 0
  return (
    <>
      {isEmpty && <p className="notice">{emptyText(query, shelf, market)}</p>}
      <nav className="ways-on" aria-label={t('list.pages')}>
        {query.after && <a href={hrefOf({ ...query, after: null })}>{t('list.first')}</a>}
        {isEmpty && hasFilters(query.filters) && (
          <a className="button" href={hrefOf({ ...query, filters: noFilters, after: null })}>
            {t('list.clear')}
          </a>
        )}
        {next && (
          <a className="button" rel="next" href={hrefOf({ ...query, after: next })}>
            {t(isEmpty ? 'list.look-further' : 'list.next')}
          </a>
        )}
        {isEmpty && !next && collection.slug !== everything && (
          <a className="button" href={href('/collections/all')}>
            {t('catalogue.look')}
          </a>
        )}
      </nav>
    </>
  )
}

function emptyText({ filters, after }: ListQuery, { next }: Shelf, { t }: PageMarket): string {
  if (next) return t('list.none-so-far', { count: mostLookedAt })
  if (after !== wholeList.after) return t('list.over')
  return t(hasFilters(filters) ? 'list.none' : 'list.empty')
}
