// The window: pages that show what is in Local Stripe, and a few orders given by their buttons. Anybody on this machine
// may look, since the server answers nobody else; only the window's own pages and programs may change anything.
import { readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import type { Account } from '../account.ts'
import { isOwnOrigin } from '../control/own-origin.ts'
import { seeOther, type Outcome, type Reply } from '../http/reply.ts'
import { eventPage, eventsPage } from './event-pages.ts'
import { openLive } from './live.ts'
import { noSuchPage, refusedPage } from './no-such-page.ts'
import { objectPage, objectsPage } from './object-pages.ts'
import { overviewPage } from './overview.ts'
import { linkOf } from './parts.ts'
import { paths } from './paths.ts'
import { requestPage, requestsPage } from './request-pages.ts'
import { carryOut } from './window-orders.ts'

export type WindowRequest = {
  method: string
  path: string
  query: string
  /** Null when it was too large to be read. */
  body: string | null
  headers: Record<string, string | undefined>
  response: ServerResponse
}

/** Answers a request to the window. */
export function answerWindowRequest(account: Account, request: WindowRequest): Outcome {
  const { method, path, headers } = request
  if (method === 'POST' && path.startsWith(`${paths.orders}/`)) {
    if (!isOwnOrigin(headers))
      return refusedPage(account, 'Pages of other sites may change nothing here.', 403)
    return carryOut(account, path.slice(paths.orders.length + 1), new URLSearchParams(request.body ?? ''))
  }
  if (method !== 'GET' && method !== 'HEAD') return refusedPage(account, `Nothing here takes ${method}.`, 405)
  if (path === paths.live) {
    if (!isOwnOrigin(headers)) return refusedPage(account, 'Pages of other sites see nothing here.', 403)
    openLive(account, request.response)
    return 'hang'
  }
  account.agenda.runDue()
  return showPage(account, path, new URLSearchParams(request.query))
}

function showPage(account: Account, path: string, query: URLSearchParams): Reply {
  const list = lists[path]
  if (list !== undefined) return list(account, query)
  const page = Object.entries(pages).find(([under]) => path.startsWith(`${under}/`))
  if (page === undefined) return noSuchPage(account, 'page', path)
  const [under, show] = page
  return show(account, decoded(path.slice(under.length + 1)))
}

const lists: Record<string, (account: Account, query: URLSearchParams) => Reply> = {
  [paths.overview]: overviewPage,
  [paths.objects]: objectsPage,
  [paths.events]: eventsPage,
  [paths.requests]: requestsPage,
  [paths.find]: find,
  [paths.style]: () => asset('window.css', 'text/css'),
  [paths.script]: () => asset('window.js', 'text/javascript'),
}

const pages: Record<string, (account: Account, id: string) => Reply> = {
  [paths.objects]: objectPage,
  [paths.events]: eventPage,
  [paths.requests]: requestPage,
}

function find(account: Account, query: URLSearchParams): Reply {
  const id = (query.get('id') ?? '').trim()
  const address = linkOf(account, id)
  return address === null ? noSuchPage(account, 'object, event or request', id) : seeOther(address)
}

function asset(file: string, type: string): Reply {
  const body = readFileSync(new URL(file, import.meta.url), 'utf8')
  const headers = { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-cache' }
  return { status: 200, headers, body }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
