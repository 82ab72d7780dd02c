// For tests: messages that are due, of orders that are there.
import { randomUUID } from 'node:crypto'
import { reader, transaction } from '#prisma/client'
import { type DueMail, enqueueMail } from './outbox-store.ts'

/** When messages of tests become due, unless they say otherwise. */
export const noon = new Date('2026-11-23T12:00:00Z')

/** So many minutes after noon. */
export function minutesPastNoon(minutes: number): Date {
  return new Date(noon.getTime() + minutes * 60_000)
}

/** What a message says: two cups and a tray, paid in dollars. */
export const cupsAndTray: DueMail['content'] = {
  token: 'abcdefghijklmnopqrstuv',
  currency: 'usd',
  total: 8700,
  lines: [
    { name: 'Celadon mug, celadon', quantity: 2, unitAmount: 2400 },
    { name: 'Walnut tray', quantity: 1, unitAmount: 3900 },
  ],
}

/** A message for a new order: a receipt in English, unless `mail` says otherwise. */
export async function aDueMail(mail: Partial<DueMail> = {}): Promise<DueMail> {
  const orderId = mail.orderId ?? (await anOrder())
  const due: DueMail = {
    orderId,
    kind: 'receipt',
    recipient: `${orderId.toLowerCase()}@example.com`,
    locale: 'en',
    at: noon,
    content: cupsAndTray,
    ...mail,
  }
  await transaction((tx) => enqueueMail(tx, due))
  return due
}

/** An order that nothing is known of, and its id. */
export async function anOrder(): Promise<string> {
  const id = randomUUID().slice(0, 8).toUpperCase()
  const texts = { id, token: randomUUID(), shopper: 'shopper', idempotencyKey: id, locale: 'en' }
  const data = { ...texts, currency: 'usd', total: 8700, createdAt: noon, expiresAt: noon }
  await transaction((tx) => tx.order.create({ data, select: { id: true } }))
  return id
}

/** How a message stands in the outbox. */
export async function standing({ orderId, kind }: Pick<DueMail, 'orderId' | 'kind'>) {
  const row = await reader().outboxMail.findUniqueOrThrow({ where: { orderId_kind: { orderId, kind } } })
  const { state, attempts, error, notBefore, sentAt } = row
  return { state, attempts, error, notBefore, sentAt }
}
