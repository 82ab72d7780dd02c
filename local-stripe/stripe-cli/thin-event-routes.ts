// Thin events to be fetched (https://docs.stripe.com/api/v2/core/events): one by its id, or a page of them.
import type { Account } from '../account.ts'
import { integer, list, object, text, type Field } from '../api/fields.ts'
import { route, type Route } from '../api/route.ts'
import { invalidRequest, noSuch } from '../api/stripe-error.ts'
import type { SQLInputValue } from 'node:sqlite'
import { snapshotId, thinEventOf, thinTypes, type ThinEvent } from './thin-events.ts'

const path = '/v2/core/events'
const bounds = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const

/** The SDK sends a list, the CLI a single text. */
const oneOrMore: Field<string[]> = {
  read: (value, at) =>
    typeof value === 'string' ? [text().read(value, at)] : list(text(), 20).read(value, at),
}

export const thinEventRoutes: Route[] = [
  route({
    method: 'GET',
    path: `${path}/:id`,
    fields: {},
    run: ({ account, id }) => retrieve(account, id),
  }),
  route({
    method: 'GET',
    path,
    fields: {
      created: object({ gt: text(), gte: text(), lt: text(), lte: text() }),
      limit: integer({ min: 1, max: 100 }),
      object_id: text(),
      page: text(),
      types: oneOrMore,
    },
    run: ({ account, params }) => listEvents(account, params),
  }),
]

type Listing = {
  created?: { [bound in keyof typeof bounds]?: string | undefined } | undefined
  limit?: number | undefined
  object_id?: string | undefined
  page?: string | undefined
  types?: string[] | undefined
}

function retrieve(account: Account, id: string): ThinEvent {
  const snapshot = account.store.find('event', snapshotId(id))
  const event = snapshot && thinEventOf(snapshot)
  if (event === null) throw noSuch('event', id)
  return event
}

/** One page, newest first; `page` is the id of the last event of the page before. */
function listEvents(account: Account, params: Listing): object {
  const { limit = 20, page } = params
  if (page !== undefined) retrieve(account, page)
  const where = conditions(params)
  const found = account.store.page('event', {
    where: where.map(({ sql }) => sql),
    values: where.flatMap(({ values }) => values),
    after: page && snapshotId(page),
    limit: limit + 1,
  })
  const data = found.slice(0, limit).map(thinEventOf)
  const last = data.at(-1)
  const next = found.length > limit && last ? `${path}?${nextPage(params, last.id)}` : null
  return { data, next_page_url: next, previous_page_url: null }
}

function conditions(params: Listing): { sql: string; values: SQLInputValue[] }[] {
  const wanted = [...thinTypes].filter((type) => params.types?.includes(type) ?? true)
  const types = {
    sql: `json_extract(body, '$.type') IN (${wanted.map(() => '?').join(', ')})`,
    values: wanted.map((type) => type.slice(3)),
  }
  const about = { sql: "json_extract(body, '$.data.object.id') = ?", values: [params.object_id ?? ''] }
  const within = Object.entries(bounds).flatMap(([name, sign]) => {
    const moment = params.created?.[name as keyof typeof bounds]
    return moment === undefined ? [] : [{ sql: `created ${sign} ?`, values: [secondsOf(moment, name)] }]
  })
  return [types, ...(params.object_id === undefined ? [] : [about]), ...within]
}

/** A moment as the SDK sends it (seconds) or as API v2 writes it (RFC 3339). */
function secondsOf(moment: string, bound: string): number {
  const milliseconds = /^\d+$/.test(moment) ? Number(moment) * 1000 : Date.parse(moment)
  if (Number.isFinite(milliseconds)) return milliseconds / 1000
  throw invalidRequest(`Invalid timestamp: ${moment}`, { param: `created[${bound}]` })
}

function nextPage({ created = {}, limit, object_id, types = [] }: Listing, page: string): URLSearchParams {
  const query = new URLSearchParams({ page })
  if (limit !== undefined) query.set('limit', String(limit))
  if (object_id !== undefined) query.set('object_id', object_id)
  for (const [bound, moment] of Object.entries(created)) query.set(`created[${bound}]`, moment ?? '')
  types.forEach((type, index) => query.set(`types[${index}]`, type))
  return query
}
