import { hasFilters } from '#domain/catalogue/browse'
import { sorts } from '#domain/catalogue/listing-store'
import { decimalsOf } from '#domain/money/currency'
import { isTooLarge } from '#domain/money/parse-amount'
import { typedAmount } from '../../../../_lib/list-query'
import type { PageMarket } from '../../../../_lib/page-market'
import type { List } from './collection-page'

interface FilterFormProps {
  readonly list: List
  readonly market: PageMarket
}

/** What to leave out, and in which order: a form whose answer is an address. */
export function FilterForm({ list, market }: FilterFormProps) {
  const { collection, query } = list
  const { t, href } = market
  const { filters, sort, unread } = query
  const isInUse = hasFilters(filters) || sort !== 'featured' || Object.keys(unread).length > 0
  return (
    <details className="filters" open={isInUse}>
      <summary>{t('list.filter')}</summary>
      <form action={href(`/collections/${collection.slug}`)}>
        <div className="checks">
          <label>
            <input type="checkbox" name="in-stock" value="1" defaultChecked={filters.inStock} />
            {t('list.in-stock')}
          </label>
          <label>
            <input type="checkbox" name="on-sale" value="1" defaultChecked={filters.onSale} />
            {t('list.on-sale')}
          </label>
        </div>
        <AmountField name="from" list={list} market={market} />
        <AmountField name="to" list={list} market={market} />
        <label className="field">
          {t('list.sort')}
          <select name="sort" defaultValue={sort}>
            {sorts.map((each) => (
              <option key={each} value={each}>
                {t(`list.sort.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <button className="button">{t('list.show')}</button>
      </form>
    </details>
  )
}

function AmountField({ name, list: { query }, market }: FilterFormProps & { name: 'from' | 'to' }) {
  const { currency, t } = market
  const amount = query.filters[name]
  const unread = query.unread[name]
  const problem = unread === undefined ? undefined : `unread-${name}`
  return (
    <label className="field">
      {t(`list.${name}`, { currency: currency.toUpperCase() })}
      {problem && (
        <span id={problem} className="problem">
          {t(isTooLarge(unread ?? '') ? 'list.too-large' : 'list.unread', { typed: unread ?? '' })}
        </span>
      )}
      <input
        name={name}
        inputMode={decimalsOf(currency) > 0 ? 'decimal' : 'numeric'}
        autoComplete="off"
        maxLength={16}
        defaultValue={amount === null ? unread : typedAmount(amount, currency)}
        aria-invalid={problem !== undefined}
        aria-describedby={problem}
      />
    </label>
  )
}
