// The pages of a session that can no longer be paid, or never could.
import type { Reply } from '../http/reply.ts'
import type { Session } from '../store/stripe-types.ts'
import { html, type Html } from './html.ts'
import type { Messages } from './locales/english.ts'
import { page } from './page.ts'
import { successUrl } from './success-url.ts'

/** The page of a session that is complete or expired. */
export function endedPage(session: Session, messages: Messages): Reply {
  if (session.status === 'complete') {
    const { paidTitle: title, paidText: text } = messages
    return plainPage({
      title,
      text,
      links: [linkTo(successUrl(session), messages.toShop)],
      messages,
      status: 200,
    })
  }
  const { expiredTitle: title, expiredText: text } = messages
  const recovery = session.after_expiration?.recovery?.url ?? null
  const links = [linkTo(recovery, messages.recover), linkTo(session.cancel_url, messages.toShop)]
  return plainPage({ title, text, links, messages, status: 410 })
}

/** The page of a payment that waits for nobody; `link` leads back to the shop. */
export function endedIntentPage(messages: Messages, link: string | null): Reply {
  const { paidTitle: title, paidText: text } = messages
  return plainPage({ title, text, links: [linkTo(link, messages.toShop)], messages, status: 200 })
}

/** The page of an id that names no session. */
export function unknownPage(messages: Messages): Reply {
  const { unknownTitle: title, unknownText: text } = messages
  return plainPage({ title, text, links: [], messages, status: 404 })
}

function linkTo(address: string | null, label: string): Html | null {
  return address === null ? null : html`<p><a class="submit" href="${address}">${label}</a></p>`
}

function plainPage(content: {
  title: string
  text: string
  links: (Html | null)[]
  messages: Messages
  status: number
}): Reply {
  const { title, text, links, messages, status } = content
  const main = html`<main class="plain">
    <h1>${title}</h1>
    <p>${text}</p>
    ${links}
  </main>`
  return page({ title, messages, main, status })
}
