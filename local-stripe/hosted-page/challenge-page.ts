// The bank's challenge (3D Secure), in a frame as at Stripe. Its two forms lead the whole window, so it needs no script.
import type { Reply } from '../http/reply.ts'
import { formatAmount } from '../money/format-amount.ts'
import type { Session } from '../store/stripe-types.ts'
import type { Messages } from './english.ts'
import { html } from './html.ts'
import { page } from './page.ts'

/** The page with the bank's frame in it. */
export function challengePage(session: Session, messages: Messages): Reply {
  const main = html`<main class="plain">
    <iframe
      class="challenge"
      name="stripe-challenge-frame"
      title="${messages.challengeTitle}"
      src="/c/pay/${session.id}/challenge/bank"
    ></iframe>
  </main>`
  return page({ title: messages.challengeTitle, messages, main })
}

/** What stands in the frame: the bank's question and its two answers. */
export function bankPage(session: Session, messages: Messages): Reply {
  const amount = formatAmount(
    { amount: session.amount_total ?? 0, currency: session.currency ?? '' },
    messages.moneyLocale,
  )
  const answer = (choice: { value: string; id: string; label: string }) =>
    html`<form method="post" action="/c/pay/${session.id}/challenge" target="_top">
      <input type="hidden" name="outcome" value="${choice.value}" />
      <button class="submit ${choice.value}" id="${choice.id}" type="submit">${choice.label}</button>
    </form>`
  const main = html`<main class="bank">
    <h1>${messages.challengeTitle}</h1>
    <p class="summary-total">${amount}</p>
    <p>${messages.challengeText}</p>
    ${answer({ value: 'authorize', id: 'test-source-authorize-3ds', label: messages.challengeComplete })}
    ${answer({ value: 'fail', id: 'test-source-fail-3ds', label: messages.challengeFail })}
  </main>`
  return page({ title: messages.challengeTitle, messages, main, framed: true })
}
