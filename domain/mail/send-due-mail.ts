import { transaction } from '#prisma/client'
import { composeMessage } from './compose-message.ts'
import { deliver } from './deliver.ts'
import { claimMail, listDueMail, markMailSent, noteMailFailure, type StoredMail } from './outbox-store.ts'
import { readSendFailure, type SendFailure } from './send-failure.ts'

const minute = 60_000
// Longer than a delivery may take, so that a message is taken again only from a process that died.
const lease = 5 * minute
const hour = 60 * minute
// With an hour between tries at the end, about a day: a mailbox that is full today may have room tomorrow.
const patience = 30
const batch = 50
const atOnce = 3

export interface SentMail {
  readonly sent: number
  /** How many could not be sent; each is tried again, or parked with its reason. */
  readonly failed: number
}

/**
 * Sends up to 50 messages that are due at `now`, and gives how many were sent. Safe to call in several processes at once: a
 * message is taken by one of them for five minutes. A message is sent at least once. It comes twice, with the same Message-ID,
 * when the server took it and the shop could not write that down, because it died or its database stopped answering in between;
 * when the server's answer was lost, as by a time-out after DATA; and when the clocks of two processes differ by more than those
 * five minutes. One that fails is tried again after a minute, then after twice as long each time, an hour at most. It is parked
 * when its recipient is refused for good, or when it has itself failed 30 times, which takes a day. What is the fault of the post,
 * as a server that is down or refuses the login, parks nothing, however long it lasts. Rejects with DatabaseUnavailable.
 */
export async function sendDueMail(now = new Date()): Promise<SentMail> {
  const due = await listDueMail({ now, limit: batch })
  const round: Round = { due: due.values(), clock: clockFrom(now), postIsDown: false, sent: 0, failed: 0 }
  const senders = await Promise.allSettled(Array.from({ length: atOnce }, () => sendInTurn(round)))
  for (const sender of senders) if (sender.status === 'rejected') throw sender.reason
  return { sent: round.sent, failed: round.failed }
}

interface Round {
  readonly due: IterableIterator<StoredMail>
  readonly clock: () => Date
  postIsDown: boolean
  sent: number
  failed: number
}

// When it is the server that fails, the rest is left as it is: it would fail too, and then wait for nothing.
async function sendInTurn(round: Round): Promise<void> {
  for (const mail of round.due) {
    if (round.postIsDown) return
    const outcome = await sendMail(mail, round.clock)
    if (outcome === 'sent') round.sent += 1
    else if (outcome) {
      round.failed += 1
      round.postIsDown ||= outcome.fault === 'post'
    }
  }
}

// Null: somebody else has it.
async function sendMail(mail: StoredMail, clock: () => Date): Promise<'sent' | SendFailure | null> {
  const { orderId, kind } = mail
  const now = clock()
  const until = new Date(now.getTime() + lease)
  if (!(await transaction((tx) => claimMail(tx, { orderId, kind, now, until })))) return null
  try {
    await deliver(composeMessage(mail))
  } catch (error) {
    const failure = readSendFailure(error)
    await noteFailure(mail, { failure, until, at: clock() })
    return failure
  }
  await transaction((tx) => markMailSent(tx, { orderId, kind, at: clock() }))
  return 'sent'
}

async function noteFailure(
  mail: StoredMail,
  { failure, until, at }: { failure: SendFailure; until: Date; at: Date },
): Promise<void> {
  const { orderId, kind } = mail
  const attempts = failure.fault === 'post' ? mail.attempts : mail.attempts + 1
  const over = failure.fault === 'recipient' || attempts >= patience
  const again = over ? null : new Date(at.getTime() + pauseAfter(mail, { failure, at }))
  // The reason may hold the address, so it is kept beside the address and not logged.
  console.error('mail: could not be sent', { orderId, kind, attempts, fault: failure.fault, parked: over })
  await transaction((tx) =>
    noteMailFailure(tx, { orderId, kind, until, attempts, error: failure.reason, again }),
  )
}

// What the post is to blame for is not counted, so it is the message's age that doubles: the pauses are the same.
function pauseAfter(mail: StoredMail, { failure, at }: { failure: SendFailure; at: Date }): number {
  const age = Math.max(0, at.getTime() - mail.createdAt.getTime())
  return Math.min(hour, failure.fault === 'post' ? minute + age : minute * 2 ** mail.attempts)
}

// Time goes on from `now` while messages are sent.
function clockFrom(now: Date): () => Date {
  const start = performance.now()
  return () => new Date(now.getTime() + Math.floor(performance.now() - start))
}
