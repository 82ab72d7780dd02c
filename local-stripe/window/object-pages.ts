// Objects by kind, and each with its JSON.
import type { Account } from '../account.ts'
import { html, type Html } from '../hosted-page/html.ts'
import type { Reply } from '../http/reply.ts'
import { moment } from './moments.ts'
import { noSuchPage } from './no-such-page.ts'
import { objectPath, paths } from './paths.ts'
import { jsonBox, nothing, summaryOf } from './parts.ts'
import { countedTo, pageSize, readKinds, readObject, readObjects, type StoredObject } from './read-state.ts'
import { windowPage } from './window-page.ts'

/** The kinds that there are, or the objects of one kind, newest first, `before` one of them. */
export function objectsPage(account: Account, query: URLSearchParams): Reply {
  const kind = query.get('kind')
  const section = 'Objects'
  if (kind === null) {
    const main = html`<section id="kinds" data-live aria-label="Kinds">${kindList(account)}</section>`
    return windowPage(account, { title: 'Objects', section, main })
  }
  const found = readObjects(account, { kind, before: beforeOf(query), limit: pageSize + 1 })
  const main = html`<p><a href="${paths.objects}">All kinds</a></p>
    <section id="list" data-live aria-label="Objects">
      ${found.length === 0 ? nothing('There are none.') : objectList(found.slice(0, pageSize))}
    </section>
    ${pager({ path: `${paths.objects}?kind=${encodeURIComponent(kind)}`, found, isFirst: !query.has('before') })}`
  return windowPage(account, { title: kind, section, main })
}

/** One object. */
export function objectPage(account: Account, id: string): Reply {
  const found = readObject(account, id)
  if (found === null) return noSuchPage(account, 'object', id)
  const main = html`<section id="object" data-live aria-label="Object">
    <p>
      <a href="${paths.objects}?kind=${encodeURIComponent(found.kind)}">${found.kind}</a>
      ${found.created > 0 && html`made ${moment(found.created)}`} ${summaryOf(found.body)}
    </p>
    ${jsonBox(account, found.body, found.id)}
  </section>`
  return windowPage(account, { title: found.id, section: 'Objects', main })
}

/** Each kind with how many there are of it. */
export function kindList(account: Account): Html {
  const kinds = readKinds(account)
  if (kinds.length === 0) return nothing('There is nothing yet.')
  return html`<ul class="rows">
    ${kinds.map(
      ({ kind, count }) =>
        html`<li class="row pair">
          <a href="${paths.objects}?kind=${encodeURIComponent(kind)}">${kind}</a>
          <span class="quiet">${count > countedTo ? `more than ${countedTo}` : count}</span>
        </li>`,
    )}
  </ul>`
}

/** Links to the first page and the next one of a list that is read by key. */
export function pager(list: { path: string; found: StoredObject[]; isFirst: boolean }): Html {
  const { path, found, isFirst } = list
  const last = found.length > pageSize ? found[pageSize - 1] : undefined
  const address = `${path}${path.includes('?') ? '&' : '?'}before=${last?.seq ?? ''}`
  return html`<p class="pager">
    ${!isFirst && html`<a href="${path}">Newest</a>`}
    ${last !== undefined && html`<a href="${address}">Older</a>`}
  </p>`
}

/** The key that a page begins below; undefined for the first page. */
export function beforeOf(query: URLSearchParams): number | undefined {
  const before = query.get('before') ?? ''
  return /^\d{1,15}$/.test(before) ? Number(before) : undefined
}

function objectList(objects: StoredObject[]): Html {
  return html`<ul class="rows">
    ${objects.map(
      ({ id, kind, created, body }) =>
        html`<li class="row">
          <a class="id cut" href="${objectPath(id, kind)}">${id}</a> ${summaryOf(body)}
          <span class="when">${created > 0 && moment(created)}</span>
        </li>`,
    )}
  </ul>`
}
