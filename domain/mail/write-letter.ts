// What one message says, in words and formatted sums. ./html-part.ts and ./text-part.ts only set it.
import type { Locale } from '#domain/catalogue/text'
import { formatMoney } from '#domain/money/format-money'
import type { Settings } from '#env'
import { formatTime } from './format-time.ts'
import type { DueMail, MailKind } from './outbox-store.ts'
import { type SumLine, sumLines } from './sum-lines.ts'
import { labels, type Occasion, occasions, shopName } from './texts.ts'

export type Sender = Pick<Settings, 'shopUrl' | 'contactEmail' | 'mailFrom' | 'timeZone'>

export interface Letter {
  readonly locale: Locale
  readonly shop: string
  readonly shopUrl: string
  readonly subject: string
  readonly title: string
  readonly lead: string
  /** The order's number. */
  readonly order: string
  readonly lines: readonly { readonly name: string; readonly each: string; readonly amount: string }[]
  readonly sums: readonly SumLine[]
  /** When it was ordered, where that is known. */
  readonly placed: string | null
  /** The address that it is sent to, line by line. */
  readonly to: { readonly title: string; readonly lines: readonly string[] } | null
  /** How it is sent, and how long that takes. */
  readonly by: string | null
  readonly look: { readonly label: string; readonly url: string }
  /** How to reach the shop: `label` is its address, or the page that tells it. */
  readonly ask: { readonly words: string; readonly label: string; readonly url: string }
  readonly keep: string
}

/** What a message says to its reader. Throws when it is of a refund and has no sum. */
export function writeLetter(
  { orderId, kind, locale, content }: Pick<DueMail, 'orderId' | 'kind' | 'locale' | 'content'>,
  sender: Sender,
): Letter {
  const { shopUrl } = sender
  const { total, currency, token, lines, refund = 0 } = content
  if (kind.startsWith('refund:') && refund === 0) throw new Error('a refund without a sum')
  const money = (amount: number): string => formatMoney({ amount, currency }, locale)
  const { order, each, look, keep, ...label } = labels[locale]
  const { subject, title, lead } = occasions[occasionOf(kind, content)][locale]
  const sums = { total: money(total), refund: money(refund) }
  return {
    locale,
    shop: shopName[locale],
    shopUrl,
    subject: subject(orderId, sums),
    title,
    lead: lead(sums),
    order: order(orderId),
    lines: lines.map(({ name, quantity, unitAmount }) => ({
      name,
      each: each(quantity, money(unitAmount)),
      amount: money(quantity * unitAmount),
    })),
    sums: [
      ...sumLines(content, { label, money }),
      ...(refund > 0 ? [{ label: label.refund, amount: sums.refund, isTotal: true }] : []),
    ],
    look: { label: look, url: `${shopUrl}/${locale}/orders/${encodeURIComponent(token)}` },
    ...parcel(content, { locale, timeZone: sender.timeZone }),
    ask: { words: label.ask, ...contact(sender, locale) },
    keep,
  }
}

function parcel({ placedAt, delivery }: DueMail['content'], reader: { locale: Locale; timeZone: string }) {
  const { placed, to, by } = labels[reader.locale]
  const lines = delivery?.to ?? []
  return {
    placed: placedAt ? placed(formatTime(new Date(placedAt), reader)) : null,
    to: lines.length > 0 ? { title: to, lines } : null,
    by: delivery?.by ? by(delivery.by.name, delivery.by.days) : null,
  }
}

function contact({ shopUrl, contactEmail, mailFrom }: Sender, locale: Locale) {
  const email = contactEmail ?? mailFrom
  if (email) return { label: email, url: `mailto:${email}` }
  return { label: labels[locale].contact, url: `${shopUrl}/${locale}/help/contact` }
}

function occasionOf(kind: MailKind, { total, refund = 0 }: DueMail['content']): Occasion {
  if (kind === 'payment-failed') return kind
  if (kind === 'receipt' || kind.startsWith('receipt:')) return total > 0 ? 'receipt' : 'receipt-of-nothing'
  return refund < total ? 'refunded-in-part' : 'refunded'
}
