// The pages of a session that can no longer be paid, or never could.
import type { Reply } from '../http/reply.ts'
import type { Session } from '../store/stripe-types.ts'
import { html } from './html.ts'
import type { Messages } from './english.ts'
import { page } from './page.ts'
import { successUrl } from './success-url.ts'

/** The page of a session that is complete or expired. */
export function endedPage(session: Session, messages: Messages): Reply {
  if (session.status === 'complete') {
    return plainPage({
      title: messages.paidTitle,
      text: messages.paidText,
      link: successUrl(session),
      messages,
      status: 200,
    })
  }
  const { expiredTitle: title, expiredText: text } = messages
  return plainPage({ title, text, link: session.cancel_url, messages, status: 410 })
}

/** The page of an id that names no session. */
export function unknownPage(messages: Messages): Reply {
  const { unknownTitle: title, unknownText: text } = messages
  return plainPage({ title, text, link: null, messages, status: 404 })
}

function plainPage(content: {
  title: string
  text: string
  link: string | null
  messages: Messages
  status: number
}): Reply {
  const { title, text, link, messages, status } = content
  const main = html`<main class="plain">
    <h1>${title}</h1>
    <p>${text}</p>
    ${link && html`<p><a class="submit" href="${link}">${messages.toShop}</a></p>`}
  </main>`
  return page({ title, messages, main, status })
}
