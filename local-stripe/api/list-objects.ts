// Stripe's lists (https://docs.stripe.com/api/pagination): newest first, a cursor that is an object's id.
import type { SQLInputValue } from 'node:sqlite'
import type { Account } from '../account.ts'
import type { Kind, Stored } from '../store/stripe-types.ts'
import { integer, readFields, text, type Fields, type ValuesOf } from './fields.ts'
import type { Form } from './parse-form.ts'
import { moment } from './shared-fields.ts'
import type { Route } from './route.ts'
import { invalidRequest } from './stripe-error.ts'

export const pageFields = { limit: integer(), starting_after: text(), ending_before: text() }
const pagingFields = { ...pageFields, created: moment() }
export type ListObject<T> = { object: 'list'; data: T[]; has_more: boolean; url: string }
export type Condition = { sql: string; values: SQLInputValue[] }
export type Page = {
  limit: number | undefined
  starting_after: string | undefined
  ending_before: string | undefined
}
type Range = { gt?: number; gte?: number; lt?: number; lte?: number }

const comparisons = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const

/** A route that lists a kind. `filters` are fields of the same name as what they compare in the object's JSON. */
export function listRoute<F extends Fields>(spec: {
  path: string
  kind: Kind
  filters: F
  conditions: (params: ValuesOf<F>, account: Account, page: Page) => Condition[]
}): Route {
  const { path, kind, filters, conditions } = spec
  return {
    method: 'GET',
    path,
    fields: { ...pagingFields, ...filters },
    prepare(form) {
      const { paging, filtering } = splitForm(form)
      const { created, ...page } = readFields({ form: paging, fields: pagingFields })
      const wanted = readFields({ form: filtering, fields: filters })
      return ({ account }) => {
        const all = [...createdWithin(created), ...conditions(wanted, account, page)]
        return listObjects(account, { kind, url: path, page, conditions: all })
      }
    },
  }
}

/** One page of a kind. Throws a 400 for a cursor that names nothing. */
export function listObjects<K extends Kind>(
  account: Account,
  list: { kind: K; url: string; page: Page; conditions: Condition[] },
): ListObject<Stored[K]> {
  const { kind, url, page, conditions } = list
  checkCursor(account, kind, page)
  const limit = Math.max(1, Math.min(page.limit ?? 10, 100))
  const found = account.store.page(kind, {
    where: conditions.map((condition) => condition.sql),
    values: conditions.flatMap((condition) => condition.values),
    after: page.starting_after,
    before: page.ending_before,
    limit: limit + 1,
  })
  const data = found.slice(0, limit)
  if (page.ending_before !== undefined) data.reverse()
  return { object: 'list', data, has_more: found.length > limit, url }
}

/** The condition that a member of the object equals a value; none when there is no value. */
export function equal(member: string, value: string | boolean | undefined): Condition[] {
  if (value === undefined) return []
  const values = [typeof value === 'boolean' ? Number(value) : value]
  return [{ sql: `json_extract(body, '$.${member}') = ?`, values }]
}

/** The condition that a member of the object is one of some values; none when there is no list of them. */
export function oneOf(member: string, values: string[] | undefined): Condition[] {
  if (values === undefined) return []
  const sql = `json_extract(body, '$.${member}') IN (SELECT value FROM json_each(?))`
  return [{ sql, values: [JSON.stringify(values)] }]
}

function splitForm(form: Form): { paging: Form; filtering: Form } {
  const entries = Object.entries(form)
  return {
    paging: Object.fromEntries(entries.filter(([name]) => name in pagingFields)),
    filtering: Object.fromEntries(entries.filter(([name]) => !(name in pagingFields))),
  }
}

function createdWithin(range: Range | undefined): Condition[] {
  if (range === undefined) return []
  return (['gt', 'gte', 'lt', 'lte'] as const).flatMap((name) => {
    const bound = range[name]
    return bound === undefined ? [] : [{ sql: `created ${comparisons[name]} ?`, values: [bound] }]
  })
}

function checkCursor(account: Account, kind: Kind, page: Page): void {
  if (page.starting_after !== undefined && page.ending_before !== undefined) {
    throw invalidRequest(
      'Received both starting_after and ending_before parameters. Please pass in only one.',
    )
  }
  const cursor = page.starting_after ?? page.ending_before
  if (cursor === undefined || account.store.find(kind, cursor) !== null) return
  const param = page.starting_after === undefined ? 'ending_before' : 'starting_after'
  throw invalidRequest(`No such ${kind}: '${cursor}'`, { code: 'resource_missing', param })
}
