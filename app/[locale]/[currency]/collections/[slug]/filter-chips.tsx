import { hasFilters, noFilters, type Filters } from '#domain/catalogue/browse'
import { listWords } from '../../../../_lib/list-query'
import type { PageMarket } from '../../../../_lib/page-market'
import type { List } from './collection-page'

/** The filters in use, each with the way to the list without it. */
export function FilterChips({ list: { collection, query }, market }: { list: List; market: PageMarket }) {
  const { currency, t, href } = market
  if (!hasFilters(query.filters)) return null
  const hrefWith = (filters: Filters) =>
    href(`/collections/${collection.slug}${listWords({ ...query, filters, after: null }, currency)}`)
  return (
    <ul className="chips" aria-label={t('list.chips')}>
      {chipsOf(query.filters, market).map(({ name, without }) => (
        <li key={name}>
          <a
            href={hrefWith({ ...query.filters, ...without })}
            aria-label={t('list.take-away', { filter: name })}
          >
            {name} <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
      <li>
        <a className="clear" href={hrefWith(noFilters)}>
          {t('list.clear')}
        </a>
      </li>
    </ul>
  )
}

interface Chip {
  readonly name: string
  /** What to change of the filters, so that it is gone. */
  readonly without: Partial<Filters>
}

function chipsOf(filters: Filters, market: PageMarket): Chip[] {
  const { t } = market
  const price = priceText(filters, market)
  return [
    ...(filters.inStock ? [{ name: t('list.in-stock'), without: { inStock: false } }] : []),
    ...(filters.onSale ? [{ name: t('list.on-sale'), without: { onSale: false } }] : []),
    ...(price === null ? [] : [{ name: price, without: { from: null, to: null } }]),
  ]
}

function priceText({ from, to }: Filters, { price, t }: PageMarket): string | null {
  if (from !== null && to !== null) return t('list.price-between', { from: price(from), to: price(to) })
  if (from !== null) return t('list.price-from', { price: price(from) })
  return to === null ? null : t('list.price-to', { price: price(to) })
}
