// What stands for a wallet: Stripe's test page with its two buttons, and before it for WeChat Pay the QR code.
import type { Reply } from '../../http/reply.ts'
import type { Session } from '../../store/stripe-types.ts'
import { html } from '../html.ts'
import type { Words } from '../locales/languages.ts'
import { page } from '../page.ts'
import { fill, price } from '../text.ts'
import { answerButton } from './answer-button.ts'
import { drawCode } from './draw-code.ts'

type Asked = { session: Session; messages: Words }

/** The page where the shopper authorises the payment or lets it fail; `method` is the wallet's name. */
export function walletPage(shown: {
  /** Where the answer goes. */
  action: string
  amount: number
  currency: string | null
  messages: Words
  method: string
}): Reply {
  const { action, messages, method } = shown
  const title = fill(messages.walletTitle, { method })
  const main = html`<main class="plain wallet">
    <h1>${title}</h1>
    <p class="summary-total">${price(shown.amount, shown.currency, messages)}</p>
    <p>${fill(messages.walletText, { method })}</p>
    ${answerButton({ action, outcome: 'authorize', id: 'test-source-authorize', label: messages.authorize })}
    ${answerButton({ action, outcome: 'fail', id: 'test-source-fail', label: messages.fail })}
  </main>`
  return page({ title, messages, main })
}

/** The page with WeChat's code, and a link that stands for scanning it. */
export function codePage({ session, messages }: Asked): Reply {
  const main = html`<main class="plain">
    <h1>${messages.qrTitle}</h1>
    <p class="summary-total">${price(session.amount_total ?? 0, session.currency, messages)}</p>
    <p class="qr" data-testid="wechat-qr-code">${drawCode(session.id)}</p>
    <p>${messages.qrText}</p>
    <p><a class="submit" id="scan" href="/c/pay/${session.id}/authorize">${messages.qrScan}</a></p>
    <p><a href="/c/pay/${session.id}">${messages.paymentMethod}</a></p>
  </main>`
  return page({ title: messages.qrTitle, messages, main })
}
