// What the window says of something that is not there, and of an order that cannot be carried out.
import type { Account } from '../account.ts'
import { html } from '../hosted-page/html.ts'
import type { Reply } from '../http/reply.ts'
import { paths } from './paths.ts'
import { windowPage } from './window-page.ts'

/** A 404. */
export function noSuchPage(account: Account, what: string, id: string): Reply {
  const main = html`<p data-error>There is no ${what} ${id}.</p>
    <p><a href="${paths.overview}">Overview</a></p>`
  return windowPage(account, { title: 'Not here', section: null, main, status: 404 })
}

/** A refusal with its reason. */
export function refusedPage(account: Account, reason: string, status: number): Reply {
  const main = html`<p data-error>${reason}</p>
    <p><a href="${paths.overview}">Overview</a></p>`
  return windowPage(account, { title: 'That cannot be done', section: null, main, status })
}
