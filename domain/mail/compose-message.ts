import { settings } from '#env'
import { htmlPart } from './html-part.ts'
import type { StoredMail } from './outbox-store.ts'
import { parseMail } from './parse-mail.ts'
import { textPart } from './text-part.ts'
import { writeLetter } from './write-letter.ts'

/** A message ready to be sent. It has one name for ever, so that mail programs and the folder know it when it comes again. */
export interface Message {
  readonly messageId: string
  readonly fileName: string
  readonly from: { readonly name: string; readonly address: string }
  readonly to: { readonly name: string; readonly address: string }
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly headers: Readonly<Record<string, string>>
}

/** Writes a stored message out. Throws Refused when its recipient is no address, other errors when it cannot be read. */
export function composeMessage(stored: StoredMail): Message {
  const sender = settings()
  const { shopUrl, mailFrom, contactEmail } = sender
  const mail = parseMail(stored)
  const letter = writeLetter(mail, sender)
  const { hostname } = new URL(shopUrl)
  const name = nameOf(stored)
  return {
    messageId: `<${name}@${hostname}>`,
    fileName: `${stored.createdAt.toISOString().replace(/[-:.]/g, '')}-${name}.eml`,
    from: { name: letter.shop, address: mailFrom ?? `shop@${hostname}` },
    to: { name: '', address: mail.recipient },
    subject: letter.subject,
    text: textPart(letter),
    html: htmlPart(letter),
    headers: {
      // So that nobody's holiday answers a receipt: RFC 3834.
      'Auto-Submitted': 'auto-generated',
      'Content-Language': mail.locale,
      ...(contactEmail && { 'Reply-To': contactEmail }),
    },
  }
}

// receipt.ORDER, refund.re_123.ORDER: letters that stand in a Message-ID and in a file name everywhere.
function nameOf({ kind, orderId }: Pick<StoredMail, 'kind' | 'orderId'>): string {
  return `${kind}.${orderId}`.replace(/[^\w-]+/g, '.')
}
