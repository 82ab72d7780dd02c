import { z } from 'zod'
import { locales } from '#domain/catalogue/text'
import type { DueMail, StoredMail } from './outbox-store.ts'
import { Refused } from './send-failure.ts'

const minorUnits = z.int()
const charges = z.object({
  subtotal: minorUnits,
  discount: minorUnits,
  shipping: minorUnits,
  shippingName: z.string().nullable(),
  tax: minorUnits,
  addedTax: minorUnits,
})
const delivery = z.object({
  to: z.array(z.string()),
  by: z.object({ name: z.string(), days: z.object({ from: z.int(), to: z.int() }) }).exactOptional(),
})
const form = z.object({
  kind: z.union([
    z.literal(['receipt', 'payment-failed']),
    z.templateLiteral(['receipt:', z.string().min(1)]),
    z.templateLiteral(['refund:', z.string().min(1)]),
  ]),
  locale: z.enum(locales),
  content: z.object({
    token: z.string(),
    currency: z.string(),
    total: minorUnits,
    charges: charges.exactOptional(),
    lines: z.array(z.object({ name: z.string(), quantity: z.int(), unitAmount: minorUnits })),
    placedAt: z.iso.datetime().exactOptional(),
    delivery: delivery.exactOptional(),
    refund: minorUnits.exactOptional(),
  }),
})
// One mailbox, with nothing in it that is more than an address where addresses stand in a header or an envelope.
const mailbox = /^[^\s\p{Cc}<>()[\]\\,;:"@]+@[^\s\p{Cc}<>()[\]\\,;:"@]+$/u

/** A message as it is stored, read. Throws Refused when its recipient is no address, other errors when it cannot be read. */
export function parseMail(stored: StoredMail): Omit<DueMail, 'at'> {
  const { orderId, kind, recipient, locale, content } = stored
  if (!mailbox.test(recipient)) throw new Refused('the recipient is no address')
  return { orderId, recipient, ...form.parse({ kind, locale, content: JSON.parse(content) }) }
}
