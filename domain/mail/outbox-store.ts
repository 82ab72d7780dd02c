// Messages that are due, in the database. The primary key (order, kind) is what makes each of them due once.
import type { Locale } from '#domain/catalogue/text'
import { reader, type Transaction } from '#prisma/client'

/** What a message is about: the whole payment, for the first time or once more on a day, or one refund, by its id. */
export type MailKind = 'receipt' | `receipt:${string}` | 'payment-failed' | `refund:${string}`

/** The parts of a total. Of the tax `addedTax` was added to the prices; the rest they include. */
export interface Charges {
  readonly subtotal: number
  readonly discount: number
  readonly shipping: number
  readonly shippingName: string | null
  readonly tax: number
  readonly addedTax: number
}

/** What of a receipt is about the parcel. */
export interface Delivery {
  /** The lines of the address, as its reader writes them; none: nobody has told. */
  readonly to: readonly string[]
  /** The way in which it is sent, and its business days, where that is known. */
  readonly by?: { readonly name: string; readonly days: { readonly from: number; readonly to: number } }
}

/** What the template says. It was so when the message became due. Amounts in minor units. */
export interface MailContent {
  /** Of the order's page. */
  readonly token: string
  readonly currency: string
  /** What was charged; what the goods cost, where nobody has told. */
  readonly total: number
  /** What the total is made of, where somebody has told. */
  readonly charges?: Charges
  readonly lines: readonly { readonly name: string; readonly quantity: number; readonly unitAmount: number }[]
  /** When it was ordered, in the form of ISO 8601. */
  readonly placedAt?: string
  readonly delivery?: Delivery
  /** How much this refund gives back. */
  readonly refund?: number
}

export interface DueMail {
  readonly orderId: string
  readonly kind: MailKind
  readonly recipient: string
  readonly locale: Locale
  readonly at: Date
  readonly content: MailContent
}

/** Writes down that a message is due, in the transaction that makes it due. False: it was before, and stays as it is. */
export async function enqueueMail(tx: Transaction, mail: DueMail): Promise<boolean> {
  const { orderId, kind, recipient, locale, at, content } = mail
  const written = await tx.$executeRaw`
    INSERT INTO "OutboxMail" ("orderId", "kind", "recipient", "locale", "content", "createdAt", "notBefore")
    VALUES (${orderId}, ${kind}, ${recipient}, ${locale}, ${JSON.stringify(content)}, ${at}, ${at})
    ON CONFLICT DO NOTHING`
  return written > 0
}

/** A message as it is stored. What is in it is parsed by whoever sends it, so that one that cannot be read stops no other. */
export interface StoredMail {
  readonly orderId: string
  readonly kind: string
  readonly recipient: string
  readonly locale: string
  /** JSON. */
  readonly content: string
  readonly createdAt: Date
  /** How often sending it has failed by its own fault, and not by that of the post. */
  readonly attempts: number
}

type MailKey = Pick<StoredMail, 'orderId' | 'kind'>

/** Messages to be sent at `now` that nobody is sending, longest due first. */
export async function listDueMail({ now, limit }: { now: Date; limit: number }): Promise<StoredMail[]> {
  return reader().outboxMail.findMany({
    where: { state: 'pending', notBefore: { lte: now } },
    orderBy: [{ notBefore: 'asc' }, { orderId: 'asc' }, { kind: 'asc' }],
    take: limit,
    omit: { state: true, error: true, notBefore: true, sentAt: true },
  })
}

/** Takes a due message until `until`, so that nobody else sends it before. False: somebody else has taken it. */
export async function claimMail(
  tx: Transaction,
  { orderId, kind, now, until }: MailKey & { now: Date; until: Date },
): Promise<boolean> {
  const claimed = await tx.$executeRaw`
    UPDATE "OutboxMail" SET "notBefore" = ${until}
    WHERE "orderId" = ${orderId} AND "kind" = ${kind} AND "state" = 'pending' AND "notBefore" <= ${now}`
  return claimed > 0
}

/** Notes that a message has been sent, whoever has taken it since. */
export async function markMailSent(
  tx: Transaction,
  { orderId, kind, at }: MailKey & { at: Date },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "OutboxMail" SET "state" = 'sent', "sentAt" = ${at}, "error" = NULL
    WHERE "orderId" = ${orderId} AND "kind" = ${kind} AND "state" <> 'sent'`
}

interface MailFailure extends MailKey {
  /** Up to when it was taken by whoever failed. */
  readonly until: Date
  readonly attempts: number
  readonly error: string
  /** When it is tried again; null: never, a person must look. */
  readonly again: Date | null
}

/** Notes that sending a message failed, unless somebody else has taken it since. */
export async function noteMailFailure(tx: Transaction, failure: MailFailure): Promise<void> {
  const { orderId, kind, until, attempts, error, again } = failure
  const state = again ? 'pending' : 'parked'
  await tx.$executeRaw`
    UPDATE "OutboxMail"
    SET "state" = ${state}, "attempts" = ${attempts}, "error" = ${error}, "notBefore" = ${again ?? until}
    WHERE "orderId" = ${orderId} AND "kind" = ${kind} AND "state" = 'pending' AND "notBefore" = ${until}`
}

export interface ParkedMail {
  readonly orderId: string
  readonly kind: string
  /** Why it could not be sent. It may hold the address. */
  readonly error: string
}

/** Messages that are not tried again, newest first: a person must look at them. */
export async function listParkedMail(limit: number): Promise<ParkedMail[]> {
  const rows = await reader().outboxMail.findMany({
    where: { state: 'parked' },
    select: { orderId: true, kind: true, error: true },
    orderBy: [{ createdAt: 'desc' }, { orderId: 'asc' }, { kind: 'asc' }],
    take: limit,
  })
  return rows.map(({ error, ...mail }) => ({ ...mail, error: error ?? '' }))
}

/** Makes every message that was given up due at `at`, as if it had never failed, and gives how many those are. */
export async function releaseParkedMail(tx: Transaction, at: Date): Promise<number> {
  return tx.$executeRaw`
    UPDATE "OutboxMail" SET "state" = 'pending', "attempts" = 0, "notBefore" = ${at} WHERE "state" = 'parked'`
}
