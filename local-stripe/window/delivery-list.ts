// What became of an event at each endpoint: every attempt with its answer.
import type { Account } from '../account.ts'
import { readAttempts, readDeliveries, type Attempt, type DeliveryState } from '../events/read-deliveries.ts'
import { html, type Html } from '../hosted-page/html.ts'
import { moment } from './moments.ts'
import { objectPath } from './paths.ts'
import { badge, nothing } from './parts.ts'

const words = {
  pending: ['waiting', 'waiting'],
  delivered: ['delivered', 'good'],
  failed: ['failed', 'bad'],
} as const

/** The deliveries of an event. */
export function deliveryList(account: Account, event: string): Html {
  const deliveries = readDeliveries(account, event)
  if (deliveries.length === 0) return nothing('No endpoint wanted it.')
  return html`<ul class="rows">
    ${deliveries.map((delivery) => deliveryRow(account, delivery))}
  </ul>`
}

function deliveryRow(account: Account, { id, endpoint, state, due }: DeliveryState): Html {
  const [word, tone] = words[state]
  const url = account.store.find('webhook_endpoint', endpoint)?.url ?? null
  const attempts = readAttempts(account, id)
  return html`<li class="delivery">
    <p>
      ${badge(word, tone)}
      ${url === null ? html`${endpoint} (deleted)` : html`<a href="${objectPath(endpoint)}">${url}</a>`}
      ${state === 'pending' && html`<span class="quiet">next attempt ${moment(due / 1000)}</span>`}
    </p>
    ${
      attempts.length === 0
        ? nothing(noAttempt[state])
        : html`<ol class="attempts">
            ${attempts.map(attemptRow)}
          </ol>`
    }
  </li>`
}

const noAttempt = {
  pending: 'Not sent yet.',
  delivered: 'Never sent: a fault swallowed it.',
  failed: 'Never sent: a fault dropped it, or the endpoint was disabled.',
}

function attemptRow({ at, status, answer, error }: Attempt): Html {
  const good = status !== null && status >= 200 && status < 300
  return html`<li>
    ${moment(at / 1000)} ${badge(status === null ? 'no answer' : String(status), good ? 'good' : 'bad')}
    ${error}
    ${answer !== '' && html`<pre class="answer" tabindex="0" role="region" aria-label="Answer">${answer}</pre>`}
  </li>`
}
