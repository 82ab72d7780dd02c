// A search query as SQL over the JSON of objects. Texts are compared without regard to case, as Stripe does.
import type { SQLInputValue } from 'node:sqlite'
import { nestedIn, schemaOf, type Schema } from '../schemas/objects.ts'
import type { Condition } from './list-objects.ts'
import { parseSearch, refused, type Clause } from './parse-search.ts'

/** What can be searched: the query's names with the paths of what they mean in the object's JSON (`address.city`). */
export type Searchable = { resource: string; kind: string; members: Record<string, string> }

type Sought = { sql: string; values: SQLInputValue[]; numeric: boolean }

const shortest = 3

/** The condition that objects of a query meet. Throws Stripe's 400s for a query or a field that there is not. */
export function searchConditions(query: string, searchable: Searchable): Condition {
  const { join, clauses } = parseSearch(query)
  const conditions = clauses.map((clause) => clauseCondition(clause, searchable))
  return {
    sql: `(${conditions.map(({ sql }) => sql).join(` ${join} `)})`,
    values: conditions.flatMap(({ values }) => values),
  }
}

function clauseCondition(clause: Clause, searchable: Searchable): Condition {
  const sought = soughtBy(clause, searchable)
  const { sql, values } = compared(clause, sought)
  return {
    sql: clause.negated ? `NOT coalesce(${sql}, 0)` : `coalesce(${sql}, 0)`,
    values: [...sought.values, ...values],
  }
}

function soughtBy({ field, key }: Clause, { resource, kind, members }: Searchable): Sought {
  if (field === 'metadata' && key !== null) {
    const sql = "(SELECT value FROM json_each(body, '$.metadata') WHERE key = ?)"
    return { sql, values: [key], numeric: false }
  }
  const path = Object.hasOwn(members, field) ? members[field] : undefined
  if (path === undefined || key !== null) {
    throw refused(
      `Field \`${field}\` is an unsupported search field for resource \`${resource}\`. See ` +
        `http://stripe.com/docs/search#query-fields-for-${resource.replaceAll('_', '-')} for a list of supported fields.`,
    )
  }
  return { sql: 'json_extract(body, ?)', values: [`$.${path}`], numeric: isNumber(kind, path) }
}

function compared(clause: Clause, { sql, numeric }: Sought): Condition {
  const { field, operator, value } = clause
  if (value === null) {
    if (operator !== ':') throw refused(`Only \`:\` can be used with null, not \`${operator}\`.`)
    return { sql: `(${sql} IS NULL)`, values: [] }
  }
  if (operator === '~') return contained(clause, { sql, numeric, value })
  if (numeric)
    return { sql: `(${sql} ${operator === ':' ? '=' : operator} ?)`, values: [numberOf(field, value)] }
  if (operator !== ':')
    throw refused(`Field \`${field}\` is not numeric and cannot be compared with \`${operator}\`.`)
  // JSON's true and false come out of SQLite as 1 and 0.
  const flag = value === 'true' || value === 'false'
  return flag
    ? { sql: `(${sql} IN (?, ?))`, values: [value, Number(value === 'true')] }
    : { sql: `(lower(${sql}) = ?)`, values: [value.toLowerCase()] }
}

function contained({ field }: Clause, sought: { sql: string; numeric: boolean; value: string }): Condition {
  const { sql, numeric, value } = sought
  if (numeric) throw refused(`Field \`${field}\` is numeric and cannot be searched with \`~\`.`)
  if (value.length < shortest)
    throw refused(`A substring to search for must have at least ${shortest} characters.`)
  return { sql: `(instr(lower(${sql}), ?) > 0)`, values: [value.toLowerCase()] }
}

function numberOf(field: string, value: string): number {
  if (/^-?\d{1,15}(\.\d+)?$/.test(value)) return Number(value)
  throw refused(`Field \`${field}\` is numeric and cannot be compared with \`${value}\`.`)
}

/** Whether the member at a path is a number, by the types of Stripe's objects. */
function isNumber(kind: string, path: string): boolean {
  const root = schemaOf(kind)
  let places: Schema[] = root === null ? [] : [root]
  let members: Schema[] = []
  for (const name of path.split('.')) {
    members = places.flatMap(({ properties }) => properties?.[name] ?? [])
    places = members.flatMap(nestedIn)
  }
  return members.some(({ type }) => [type].flat().some((word) => word === 'integer' || word === 'number'))
}
