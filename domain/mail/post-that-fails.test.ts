import '#prisma/test-database'
import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { listParkedMail } from './outbox-store.ts'
import { sendDueMail } from './send-due-mail.ts'
import { aDueMail, minutesPastNoon, standing } from './test-mails.ts'
import { smtp } from './test-post.ts'

const hour = 60
mock.method(console, 'error', () => {})

test('After twelve hours without a server nothing is parked, and all is sent within the hour', async () => {
  const mails = [await aDueMail(), await aDueMail(), await aDueMail(), await aDueMail()]
  await smtp.stop()
  const failed = await sendFor(12 * hour)
  await smtp.start()

  // The pauses are an hour at most, up to the next round, and soon long.
  assert.ok(failed >= 4 * 10 && failed <= 4 * 20, `${failed}`)
  for (const mail of mails) assert.deepEqual(await outcome(mail), { state: 'pending', attempts: 0 })
  assert.equal(await sendBetween(12 * hour, 13 * hour + 10), 4)
  for (const mail of mails) assert.equal(receivedBy(mail.recipient), 1)
})

const refusals = [
  { command: 'AUTH', answer: '535 5.7.8 bad login' },
  { command: 'MAIL', answer: '550 5.7.1 sender not allowed' },
  { command: 'RCPT', answer: '530 5.7.0 log in first' },
  { command: 'END', answer: '452 4.3.1 no room on the disk' },
  { command: 'GREETING', answer: '554 5.3.2 no service here' },
]
for (const { command, answer } of refusals) {
  test(`A server that says "${answer}" for a day parks nothing, and gets the message when that is mended`, async () => {
    const mail = await aDueMail()
    smtp.answer = (_, said) => (said === command ? answer : undefined)
    const failed = await sendFor(24 * hour)

    assert.ok(failed >= 20, `${failed}`)
    assert.deepEqual(await outcome(mail), { state: 'pending', attempts: 0 })
    smtp.answer = () => undefined
    assert.equal(await sendBetween(24 * hour, 25 * hour + 10), 1)
    assert.equal(receivedBy(mail.recipient), 1)
  })
}

test('A long outage takes none of its tries from a message that then has trouble of its own', async () => {
  const mail = await aDueMail()
  await smtp.stop()
  await sendFor(12 * hour)
  await smtp.start()
  smtp.answer = (_, command) => (command === 'RCPT' ? '450 4.2.0 greylisted' : undefined)
  await sendBetween(12 * hour, 13 * hour + 10)

  const { state, attempts } = await outcome(mail)
  assert.equal(state, 'pending')
  assert.ok(attempts > 0 && attempts < 10, `${attempts}`)
  smtp.answer = () => undefined
  assert.equal(await sendBetween(14 * hour, 15 * hour), 1)
})

test('A recipient who is refused for good is parked at the first try after an outage, and the others are not', async () => {
  const refused = await aDueMail({ recipient: 'nobody@example.com' })
  const good = await aDueMail()
  await smtp.stop()
  await sendFor(12 * hour)
  await smtp.start()
  smtp.answer = (line, command) =>
    command === 'RCPT' && line.includes('nobody@') ? '550 5.1.1 no such mailbox' : undefined

  assert.equal(await sendBetween(12 * hour, 13 * hour + 10), 1)

  assert.deepEqual(await outcome(refused), { state: 'parked', attempts: 1 })
  assert.deepEqual(await outcome(good), { state: 'sent', attempts: 0 })
  assert.equal((await listParkedMail(10)).length, 1)
})

test('A message whose answer from the server is lost comes twice, under one Message-ID', async () => {
  const { recipient, orderId } = await aDueMail()
  let lost = false
  smtp.answer = async (_, command) => {
    if (command !== 'END' || lost) return undefined
    lost = true
    await smtp.stop()
    return undefined
  }
  assert.deepEqual(await sendDueMail(minutesPastNoon(0)), { sent: 0, failed: 1 })
  await smtp.start()
  assert.deepEqual(await sendDueMail(minutesPastNoon(2)), { sent: 1, failed: 0 })

  const sources = smtp.received.filter(({ to }) => to.includes(recipient)).map(({ source }) => source)
  assert.equal(sources.length, 2)
  for (const source of sources) assert.ok(source.includes(`<receipt.${orderId}@localhost>`))
})

/** Rounds of sending every ten minutes from noon on, and how many tries failed in them. */
async function sendFor(minutes: number): Promise<number> {
  let failed = 0
  for (let at = 0; at < minutes; at += 10) failed += (await sendDueMail(minutesPastNoon(at))).failed
  return failed
}

/** Rounds of sending every ten minutes, and how many messages were sent in them. Minutes past noon. */
async function sendBetween(from: number, to: number): Promise<number> {
  let sent = 0
  for (let at = from; at <= to; at += 10) sent += (await sendDueMail(minutesPastNoon(at))).sent
  return sent
}

async function outcome(mail: Parameters<typeof standing>[0]) {
  const { state, attempts } = await standing(mail)
  return { state, attempts }
}

function receivedBy(recipient: string): number {
  return smtp.received.filter(({ to }) => to.includes(recipient)).length
}
