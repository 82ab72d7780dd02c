// Stripe's searches (https://docs.stripe.com/search): newest first, in pages that have tokens instead of ids. What is
// searched is what there is at that moment; Stripe's own index is up to a minute late.
import type { Account } from '../account.ts'
import type { Kind, Stored } from '../store/stripe-types.ts'
import { integer, needed, text } from './fields.ts'
import type { Condition } from './list-objects.ts'
import { route, type Route } from './route.ts'
import { searchConditions } from './search-conditions.ts'
import { invalidRequest } from './stripe-error.ts'

/** Stripe's `total_count` is right up to here. */
const mostCounted = 10_000
const notDeleted = "json_extract(body, '$.deleted') IS NULL"

type SearchResult<T> = {
  object: 'search_result'
  data: T[]
  has_more: boolean
  next_page: string | null
  total_count?: number
  url: string
}

/**
 * A route that searches a kind. `members` are the names that a query may use, with the paths of what they mean in the
 * object's JSON (`address.city`); metadata can always be searched.
 */
export function searchRoute(spec: { path: string; kind: Kind; members: Record<string, string> }): Route {
  const { path, kind, members } = spec
  const resource = path.split('/').at(-2) ?? ''
  return route({
    method: 'GET',
    path,
    fields: { query: needed(text()), limit: integer(), page: text() },
    run({ account, params, expand }) {
      const { sql, values } = searchConditions(params.query, { resource, kind, members })
      const condition = { sql: `${notDeleted} AND ${sql}`, values }
      const found = searchObjects(account, {
        kind,
        url: path,
        condition,
        limit: params.limit,
        page: params.page,
      })
      if (!expand.some(([first]) => first === 'total_count')) return found
      const all = account.store.page(kind, { where: [condition.sql], values, limit: mostCounted })
      return { ...found, total_count: all.length }
    },
  })
}

function searchObjects<K extends Kind>(
  account: Account,
  search: { kind: K; url: string; condition: Condition; limit: number | undefined; page: string | undefined },
): SearchResult<Stored[K]> {
  const { kind, url, condition, page } = search
  const limit = Math.max(1, Math.min(search.limit ?? 10, 100))
  const after = page === undefined ? undefined : lastOfPage(account, kind, page)
  const found = account.store.page(kind, {
    where: [condition.sql],
    values: condition.values,
    after,
    limit: limit + 1,
  })
  const data = found.slice(0, limit)
  const last = data.at(-1)
  const next = found.length > limit && last !== undefined ? Buffer.from(last.id).toString('base64url') : null
  return { object: 'search_result', data, has_more: next !== null, next_page: next, url }
}

/** The object that a page's token names: the last of the page before. */
function lastOfPage(account: Account, kind: Kind, token: string): string {
  const id = Buffer.from(token, 'base64url').toString('utf8')
  if (account.store.find(kind, id) !== null) return id
  throw invalidRequest(`Invalid page: ${token}`, { param: 'page' })
}
