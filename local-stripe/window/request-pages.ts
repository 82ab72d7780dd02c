// What was asked of the API, and what it answered.
import type { Account } from '../account.ts'
import type { LoggedRequest } from '../control/request-log.ts'
import { html, type Html } from '../hosted-page/html.ts'
import type { Reply } from '../http/reply.ts'
import { moment } from './moments.ts'
import { noSuchPage } from './no-such-page.ts'
import { paths, requestPath } from './paths.ts'
import { badge, jsonBox, nothing } from './parts.ts'
import { pageSize } from './read-state.ts'
import { windowPage } from './window-page.ts'

const all = 1000

/** The last requests, newest first, those `before` one of them. */
export function requestsPage(account: Account, query: URLSearchParams): Reply {
  const requests = account.requests.last(all).toReversed()
  const before = query.get('before')
  const start = before === null ? 0 : requests.findIndex(({ id }) => id === before) + 1
  const shown = requests.slice(start, start + pageSize)
  const last = start + pageSize < requests.length ? (shown.at(-1) ?? null) : null
  const main = html`<section id="list" data-live aria-label="Requests">${requestList(shown)}</section>
    <p class="pager">
      ${start > 0 && html`<a href="${paths.requests}">Newest</a>`}
      ${last && html`<a href="${paths.requests}?before=${encodeURIComponent(last.id)}">Older</a>`}
    </p>`
  return windowPage(account, { title: 'Requests', section: 'Requests', main })
}

/** One request with its parameters and its answer. */
export function requestPage(account: Account, id: string): Reply {
  const request = account.requests.last(all).find((one) => one.id === id)
  if (request === undefined) return noSuchPage(account, 'request', id)
  const { method, path, status, created, idempotency_key, stripe_version, answer } = request
  const main = html`<section id="request" data-live aria-label="Request">
    <p>${statusBadge(status)} ${method} <code>${path}</code> ${moment(created)}</p>
    <dl>
      ${fact('Idempotency key', idempotency_key)} ${fact('Stripe-Version', stripe_version)}
      ${fact('Error', errorOf(request))}
    </dl>
    <h2>Parameters</h2>
    ${parameters(request)}
    <h2>Answer</h2>
    ${answer === null ? nothing('None: the connection was cut or left hanging.') : answerBox(account, answer)}
  </section>`
  return windowPage(account, { title: id, section: 'Requests', main })
}

/** Requests as rows. */
export function requestList(requests: LoggedRequest[]): Html {
  if (requests.length === 0) return nothing('Nobody has asked for anything yet.')
  return html`<ul class="rows">
    ${requests.map(
      (request) =>
        html`<li class="row">
          <a class="id cut" href="${requestPath(request.id)}">${request.method} ${request.path}</a>
          ${outcome(request)}
          <span class="when">${moment(request.created)}</span>
        </li>`,
    )}
  </ul>`
}

function outcome(request: LoggedRequest): Html {
  const error = errorOf(request)
  const key = html`<span class="cut quiet">${request.idempotency_key ?? ''}</span>`
  return html`<span class="summary">${statusBadge(request.status)} ${error ?? key}</span>`
}

function statusBadge(status: number | null): Html {
  if (status === null) return badge('no answer', 'bad')
  return badge(String(status), status < 400 ? 'good' : 'bad')
}

function errorOf({ error }: LoggedRequest): string | null {
  if (error === null) return null
  const { code, message } = error
  return [code, message]
    .filter((part) => typeof part === 'string')
    .join(': ')
    .slice(0, 300)
}

function fact(name: string, value: string | null): Html | null {
  return value === null
    ? null
    : html`<dt>${name}</dt>
        <dd>${value}</dd>`
}

function parameters({ query, body }: LoggedRequest): Html {
  const pairs = [...new URLSearchParams(query), ...new URLSearchParams(body)]
  if (pairs.length === 0) return nothing('None.')
  return html`<dl class="parameters">
    ${pairs.map(
      ([name, value]) =>
        html`<dt><code>${name}</code></dt>
          <dd>${value}</dd>`,
    )}
  </dl>`
}

function answerBox(account: Account, answer: string): Html {
  const value = parsed(answer)
  if (value !== undefined) return jsonBox(account, value, 'Answer')
  return html`<pre class="json" tabindex="0" role="region" aria-label="Answer">${answer}</pre>`
}

/** An answer that was cut for the log is no JSON any more. */
function parsed(answer: string): unknown {
  try {
    return JSON.parse(answer)
  } catch {
    return undefined
  }
}
