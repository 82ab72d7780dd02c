// Stripe's search query language (https://docs.stripe.com/search#search-query-language): clauses of a field, an operator
// and a value, joined by AND or by OR, but not by both.
import { invalidRequest, type StripeError } from './stripe-error.ts'

export type Operator = ':' | '~' | '>' | '<' | '>=' | '<='
/** `metadata["key"]` has the field `metadata` and a key. The value null asks for what is not there. */
export type Clause = {
  field: string
  key: string | null
  operator: Operator
  value: string | null
  negated: boolean
}
export type SearchQuery = { join: 'AND' | 'OR'; clauses: Clause[] }

const most = 10
const quoted = String.raw`"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'`
const clausePattern = new RegExp(
  String.raw`(-?)([a-z_][\w.]*)(?:\[\s*(${quoted})\s*\])?\s*(>=|<=|[:~<>])\s*(${quoted}|[^\s"']+)`,
  'iy',
)
const joinPattern = /\s+(?:(AND|OR)\s+)?/iy

/** The clauses of a query. Throws Stripe's 400 for what is no query. */
export function parseSearch(query: string): SearchQuery {
  const text = query.trim()
  const clauses: Clause[] = []
  const joins = new Set<string>()
  let at = 0
  while (at < text.length) {
    const found = matchAt(clausePattern, text, at)
    if (found === null) throw unparsable()
    clauses.push(clauseOf(found))
    at = clausePattern.lastIndex
    if (at === text.length) break
    const join = matchAt(joinPattern, text, at)
    if (join === null) throw unparsable()
    joins.add((join[1] ?? 'AND').toUpperCase())
    at = joinPattern.lastIndex
    if (at === text.length) throw unparsable()
  }
  if (clauses.length === 0) throw unparsable()
  if (clauses.length > most) throw refused(`A search query can have up to ${most} clauses.`)
  if (joins.size > 1) throw refused('AND and OR cannot be combined in one search query.')
  return { join: joins.has('OR') ? 'OR' : 'AND', clauses }
}

/** 400 for a query that is understood and cannot be answered. */
export function refused(message: string): StripeError {
  return invalidRequest(message, { param: 'query' })
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function clauseOf([, minus, field = '', key, operator = '', value = '']: RegExpExecArray): Clause {
  return {
    field,
    key: key === undefined ? null : unquote(key),
    operator: operatorOf(operator),
    value: value.toLowerCase() === 'null' ? null : unquote(value),
    negated: minus === '-',
  }
}

function operatorOf(sign: string): Operator {
  return ([':', '~', '>', '<', '>=', '<='] as const).find((operator) => operator === sign) ?? ':'
}

function unquote(text: string): string {
  return /^["']/.test(text) ? text.slice(1, -1).replaceAll(/\\(.)/gs, '$1') : text
}

function unparsable(): StripeError {
  return refused(
    'We were unable to parse your search query. Try using the format `metadata["key"]:"value"` to query for metadata ' +
      'or key:"value" to query for other fields.',
  )
}
