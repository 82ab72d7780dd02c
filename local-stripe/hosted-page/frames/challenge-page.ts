// The bank's challenge (3D Secure), in a frame in a frame as at Stripe. Its two forms lead the whole window, so it
// needs no script.
import type { Reply } from '../../http/reply.ts'
import type { Session } from '../../store/stripe-types.ts'
import { html } from '../html.ts'
import type { Words } from '../locales/languages.ts'
import { page } from '../page.ts'
import { price } from '../text.ts'
import { answerButton } from './answer-button.ts'

type Asked = { session: Session; messages: Words }

/** The page with Stripe's frame in it. */
export function challengePage({ session, messages }: Asked): Reply {
  const main = html`<main class="plain">
    <iframe
      class="challenge"
      name="__privateStripeFrame1"
      title="${messages.challengeTitle}"
      src="/c/pay/${session.id}/challenge/frame"
    ></iframe>
  </main>`
  return page({ title: messages.challengeTitle, messages, main })
}

/** What stands in Stripe's frame: the bank's. */
export function framePage({ session, messages }: Asked): Reply {
  const main = html`<iframe
    class="challenge-inner"
    id="challengeFrame"
    name="stripe-challenge-frame"
    title="${messages.challengeTitle}"
    src="/c/pay/${session.id}/challenge/bank"
  ></iframe>`
  return page({ title: messages.challengeTitle, messages, main, framed: true })
}

/** What stands in the bank's frame: its question and the two answers. */
export function bankPage({ session, messages }: Asked): Reply {
  const amount = price(session.amount_total ?? 0, session.currency, messages)
  const action = `/c/pay/${session.id}/challenge`
  const main = html`<main class="bank">
    <p class="banner" role="note">${messages.banner}</p>
    <h1>${messages.challengeTitle}</h1>
    <p class="summary-total">${amount}</p>
    <p>${messages.challengeText}</p>
    ${answerButton({ action, outcome: 'authorize', id: 'test-source-authorize-3ds', label: messages.challengeComplete })}
    ${answerButton({ action, outcome: 'fail', id: 'test-source-fail-3ds', label: messages.challengeFail })}
  </main>`
  return page({ title: messages.challengeTitle, messages, main, framed: true })
}
