// The voucher of an order that is paid at a convenience store or a cash machine: what to tell them there, and until when.
import type { Reply } from '../../http/reply.ts'
import { html, type Html } from '../html.ts'
import type { Words } from '../locales/languages.ts'
import { page } from '../page.ts'
import { fill, moment, price } from '../text.ts'
import type { Voucher } from './find-voucher.ts'

/** The page with the codes of a voucher; `link` is where the shopper goes on to. */
export function voucherPage(shown: {
  amount: number
  currency: string | null
  messages: Words
  voucher: Voucher
  link: string | null
}): Reply {
  const { messages, voucher, link } = shown
  const amount = price(shown.amount, shown.currency, messages)
  const title = fill(messages.voucherTitle, { amount })
  const expiresAt = voucher.details.expires_at
  const until = expiresAt && fill(messages.voucherUntil, { date: moment(expiresAt, messages) })
  const main = html`<main class="plain voucher" data-testid="voucher">
    <h1>${title}</h1>
    ${until && html`<p>${until}</p>`}
    <dl>${codes(voucher, messages)} ${code(messages.amount, amount)}</dl>
    <p>${messages.voucherSimulated}</p>
    ${link !== null && html`<p><a class="submit" href="${link}">${messages.toOrder}</a></p>`}
  </main>`
  return page({ title, messages, main })
}

function codes(voucher: Voucher, messages: Words): (Html | null)[] {
  if (voucher.type === 'multibanco') {
    const { entity, reference } = voucher.details
    return [code(messages.entity, entity), code(messages.reference, reference)]
  }
  return Object.entries(voucher.details.stores).map(
    ([store, given]) => given && storeCodes(store, given, messages),
  )
}

function storeCodes(
  store: string,
  given: { payment_code: string; confirmation_number?: string },
  messages: Words,
): Html {
  const { payment_code, confirmation_number } = given
  return html`${code(messages.store, storeNames[store] ?? store, 'store')}
  ${code(messages.paymentCode, payment_code)}
  ${confirmation_number ? code(messages.confirmationCode, confirmation_number) : null}`
}

function code(name: string, value: string | null, kind = ''): Html {
  return html`<div class="${kind}">
    <dt>${name}</dt>
    <dd>${value ?? ''}</dd>
  </div>`
}

const storeNames: Record<string, string> = {
  familymart: 'FamilyMart',
  lawson: 'Lawson',
  ministop: 'Ministop',
  seicomart: 'Seicomart',
}
