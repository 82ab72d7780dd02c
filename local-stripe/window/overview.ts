// The first page: the clock, webhooks and faults, and the newest of everything.
import { seconds, type Account } from '../account.ts'
import { nextDue } from '../control/clock-orders.ts'
import { html, type Html } from '../hosted-page/html.ts'
import type { Reply } from '../http/reply.ts'
import { eventList } from './event-pages.ts'
import { presentMoment, span } from './moments.ts'
import { kindList } from './object-pages.ts'
import { objectPath, paths } from './paths.ts'
import { badge, nothing, orderButton } from './parts.ts'
import { readNextTask, readObjects } from './read-state.ts'
import { requestList } from './request-pages.ts'
import { windowPage } from './window-page.ts'

const newest = 8
const back = paths.overview

/** The page at `/`. */
export function overviewPage(account: Account): Reply {
  const events = readObjects(account, { kind: 'event', limit: newest })
  const requests = account.requests.last(newest).toReversed()
  const main = html`<div class="columns">
    <div>
      <section id="events" data-live aria-labelledby="events-title">
        <h2 id="events-title"><a href="${paths.events}">Events</a></h2>
        ${eventList(account, events)}
      </section>
      <section id="requests" data-live aria-labelledby="requests-title">
        <h2 id="requests-title"><a href="${paths.requests}">Requests</a></h2>
        ${requestList(requests)}
      </section>
    </div>
    <div>
      <section id="clock" data-live aria-labelledby="clock-title">
        <h2 id="clock-title">Clock</h2>
        ${clock(account)}
      </section>
      <section id="webhooks" data-live aria-labelledby="webhooks-title">
        <h2 id="webhooks-title">Webhooks</h2>
        ${webhooks(account)}
      </section>
      <section id="faults" data-live aria-labelledby="faults-title">
        <h2 id="faults-title">Faults in force</h2>
        ${faults(account)}
      </section>
      <section id="objects" data-live aria-labelledby="objects-title">
        <h2 id="objects-title"><a href="${paths.objects}">Objects</a></h2>
        ${kindList(account)}
      </section>
    </div>
  </div>`
  return windowPage(account, { title: 'Overview', section: 'Overview', main })
}

function clock(account: Account): Html {
  const next = nextDue(account)
  return html`<p class="clock">${presentMoment(seconds(account))} <span class="quiet">UTC</span></p>
    <p>${next === null ? 'Nothing is due later.' : nextThing(account, next)}</p>
    <div class="orders">
      ${orderButton({ name: 'advance', label: 'An hour on', back, fields: { seconds: 3600 } })}
      ${orderButton({ name: 'advance', label: 'A day on', back, fields: { seconds: 86_400 } })}
      ${next !== null && orderButton({ name: 'advance-to-next', label: 'To the next thing', back })}
    </div>`
}

function nextThing(account: Account, next: number): Html {
  const task = readNextTask(account)
  const what =
    task?.due === next
      ? html`${task.task.replaceAll('_', ' ')} <a href="${objectPath(task.subject)}">${task.subject}</a>`
      : 'a webhook is tried again'
  return html`Next, in ${span(next - account.clock())}: ${what}`
}

function webhooks(account: Account): Html {
  const { held, pending, due, failed } = account.deliveries.state()
  const endpoints = readObjects(account, { kind: 'webhook_endpoint' })
  const listening = account.listeners.countConnected()
  const away = account.listeners.count() - listening
  const order = held ? { held: 'false', label: 'Let them go' } : { held: 'true', label: 'Hold them back' }
  return html`<p>
      ${pending} waiting (${due} of them due now), ${failed} given up, ${listening} listening with
      <code>stripe listen</code>${away > 0 && html` (${away} expected back)`}. Retries as in
      ${account.deliveries.settings.retries === 'live' ? 'live mode' : 'a sandbox'}.
    </p>
    ${
      endpoints.length === 0
        ? nothing('There is no endpoint yet.')
        : html`<ul class="rows">
            ${endpoints.map(({ id, body }) => endpointRow(id, String(body['url']), String(body['status'])))}
          </ul>`
    }
    ${held && html`<p>${badge('held back', 'waiting')}</p>`}
    <div class="orders">
      ${orderButton({ name: 'hold', label: order.label, back, fields: { held: order.held } })}
    </div>`
}

function endpointRow(id: string, url: string, status: string): Html {
  return html`<li class="row pair">
    <a href="${objectPath(id)}">${url}</a> ${badge(status, status === 'enabled' ? 'good' : 'quiet')}
  </li>`
}

function faults(account: Account): Html {
  const api = account.faults.list().map(({ fault, times, method, path, match }) => ({
    fault,
    times,
    where: [method, path, match].filter((word) => word !== null).join(' '),
  }))
  const onWay = account.deliveryFaults.list().map(({ fault, times, type }) => ({
    fault,
    times,
    where: `webhooks ${type ?? 'of any type'}`,
  }))
  const all = [...api, ...onWay]
  if (all.length === 0) return nothing('None.')
  return html`<ul class="rows">
      ${all.map(
        ({ fault, times, where }) =>
          html`<li class="row pair">
            <span>${badge(fault, 'bad')} ${where}</span> <span class="quiet">${times} left</span>
          </li>`,
      )}
    </ul>
    <div class="orders">${orderButton({ name: 'clear-faults', label: 'End them', back })}</div>`
}
