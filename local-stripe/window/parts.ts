// What several pages of the window show.
import type { Account } from '../account.ts'
import { html, type Html } from '../hosted-page/html.ts'
import { formatAmount } from '../money/format-amount.ts'
import { isCurrency } from '../money/currencies.ts'
import { jsonMarkup } from './json-markup.ts'
import { objectPath, paths, requestPath } from './paths.ts'
import { readObject, type Json } from './read-state.ts'

/** A button that gives an order; `back` is the page to be on after it. */
export function orderButton(order: {
  name: string
  label: string
  back: string
  fields?: Record<string, string | number>
}): Html {
  const { name, label, back, fields = {} } = order
  const values = Object.entries({ ...fields, back })
  return html`<form class="order" method="post" action="${paths.orders}/${name}">
    ${values.map(([field, value]) => html`<input type="hidden" name="${field}" value="${value}" />`)}
    <button data-key="${name} ${JSON.stringify(fields)}">${label}</button>
  </form>`
}

/** A word that tells how something stands; `tone` colours it, and it is told by its word as well. */
export function badge(word: string, tone: 'good' | 'bad' | 'waiting' | 'quiet'): Html {
  return html`<span class="badge ${tone}">${word}</span>`
}

/** JSON in a box that can be scrolled by keyboard, its ids linked. */
export function jsonBox(account: Account, value: unknown, label: string): Html {
  const markup = jsonMarkup(value, (text) => linkOf(account, text))
  return html`<pre class="json" tabindex="0" role="region" aria-label="${label}">${markup}</pre>`
}

/** The address of what an id names, null when it names nothing. */
export function linkOf(account: Account, id: string): string | null {
  const found = readObject(account, id)
  if (found !== null) return objectPath(id, found.kind)
  return id.startsWith('req_') && account.requests.last(1000).some((request) => request.id === id)
    ? requestPath(id)
    : null
}

/** What an object is about, in a few words: its amount, how it stands, what it is called. */
export function summaryOf(body: Json): Html {
  const amount = body['amount_total'] ?? body['amount'] ?? body['unit_amount']
  const currency = body['currency']
  const money =
    typeof amount === 'number' && typeof currency === 'string' && isCurrency(currency)
      ? formatAmount({ amount, currency })
      : null
  const words = ['status', 'payment_status', 'name', 'email', 'type', 'url', 'description', 'code']
  const said = words.map((word) => body[word]).filter((value) => typeof value === 'string')
  const all = [...(money === null ? [] : [money]), ...new Set(said)]
  return html`<span class="summary">${all.slice(0, 3).join(' · ').slice(0, 140)}</span>`
}

/** A note in place of a list that is empty. */
export function nothing(sentence: string): Html {
  return html`<p class="nothing">${sentence}</p>`
}
