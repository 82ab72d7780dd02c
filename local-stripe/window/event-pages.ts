// Events, newest first, and each with what became of it at every endpoint.
import type { Account } from '../account.ts'
import { readDeliveries } from '../events/read-deliveries.ts'
import { subscribers } from '../events/record-event.ts'
import { html, type Html } from '../hosted-page/html.ts'
import type { Reply } from '../http/reply.ts'
import { deliveryList } from './delivery-list.ts'
import { moment } from './moments.ts'
import { noSuchPage } from './no-such-page.ts'
import { beforeOf, pager } from './object-pages.ts'
import { objectPath, paths } from './paths.ts'
import { badge, jsonBox, nothing, orderButton } from './parts.ts'
import { pageSize, readObject, readObjects, type Json, type StoredObject } from './read-state.ts'
import { windowPage } from './window-page.ts'

/** All events, newest first, those `before` one of them. */
export function eventsPage(account: Account, query: URLSearchParams): Reply {
  const found = readObjects(account, { kind: 'event', before: beforeOf(query), limit: pageSize + 1 })
  const main = html`<section id="list" data-live aria-label="Events">
      ${eventList(account, found.slice(0, pageSize))}
    </section>
    ${pager({ path: paths.events, found, isFirst: !query.has('before') })}`
  return windowPage(account, { title: 'Events', section: 'Events', main })
}

/** One event with its deliveries. */
export function eventPage(account: Account, id: string): Reply {
  const event = readObject(account, id)
  if (event?.kind !== 'event') return noSuchPage(account, 'event', id)
  const main = html`<section id="event" data-live aria-label="Event">
    <p>
      <strong>${String(event.body['type'])}</strong> about ${subject(event.body)}, ${moment(event.created)}
    </p>
    <h2>Deliveries</h2>
    ${deliveryList(account, id)}
    <div class="orders">${resendButtons(account, event)}</div>
    <h2>Event</h2>
    ${jsonBox(account, { ...event.body, pending_webhooks: account.deliveries.pending(id) }, id)}
  </section>`
  return windowPage(account, { title: id, section: 'Events', main })
}

/** Events as rows. */
export function eventList(account: Account, events: StoredObject[]): Html {
  if (events.length === 0) return nothing('Nothing has happened yet.')
  return html`<ul class="rows">
    ${events.map(
      ({ id, body, created }) =>
        html`<li class="row">
          <a class="id cut" href="${objectPath(id, 'event')}">${String(body['type'])}</a>
          <span class="summary">${deliveryBadge(account, id)} ${subject(body)}</span>
          <span class="when">${moment(created)}</span>
        </li>`,
    )}
  </ul>`
}

function subject(event: Json): Html {
  const data = event['data']
  const about = typeof data === 'object' && data !== null && 'object' in data ? data.object : null
  const id = typeof about === 'object' && about !== null && 'id' in about ? String(about.id) : ''
  return html`<a class="cut" href="${objectPath(id)}">${id}</a>`
}

function deliveryBadge(account: Account, event: string): Html | null {
  const deliveries = readDeliveries(account, event)
  const count = (state: string) => deliveries.filter((delivery) => delivery.state === state).length
  if (deliveries.length === 0) return null
  if (count('pending') > 0) return badge('waiting', 'waiting')
  if (count('failed') > 0) return badge('failed', 'bad')
  return badge('delivered', 'good')
}

function resendButtons(account: Account, { id, body }: StoredObject): Html[] {
  const back = objectPath(id, 'event')
  const button = (label: string, fields: Record<string, string>) =>
    orderButton({ name: 'resend', label, back, fields: { event: id, ...fields } })
  const endpoints = subscribers(account, String(body['type'])).map((endpoint) =>
    button(`Send again to ${endpoint.url}`, { endpoint: endpoint.id }),
  )
  if (account.listeners.count() === 0) return endpoints
  return [...endpoints, button('Send again to stripe listen', { listeners: 'true' })]
}
