import '#prisma/test-database'
import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { transaction } from '#prisma/client'
import { checkSmtp } from './deliver.ts'
import { listParkedMail } from './outbox-store.ts'
import { sendDueMail } from './send-due-mail.ts'
import { aDueMail, minutesPastNoon, noon, standing } from './test-mails.ts'
import { smtp } from './test-post.ts'

const log = mock.method(console, 'error', () => {})

test('A recipient whom the server refuses for good is parked at once, and the others get their messages', async () => {
  const good = await aDueMail()
  const refused = await aDueMail({ recipient: 'nobody@example.com', at: minutesPastNoon(-1) })
  const alsoGood = await aDueMail()
  smtp.answer = refuse('nobody@', '550 5.1.1 no such mailbox')

  assert.deepEqual(await sendDueMail(noon), { sent: 2, failed: 1 })

  const { state, attempts, error } = await standing(refused)
  assert.deepEqual({ state, attempts }, { state: 'parked', attempts: 1 })
  assert.match(error ?? '', /550 5\.1\.1 no such mailbox/)
  for (const { recipient } of [good, alsoGood]) assert.equal(receivedBy(recipient).length, 1)
})

for (const answer of ['450 4.2.1 mailbox is busy', '550 5.7.1 relaying denied', '530 5.7.0 log in first']) {
  test(`A recipient refused with "${answer}" may be reached later, and is tried again`, async () => {
    const mail = await aDueMail()
    smtp.answer = refuse('@', answer)
    await sendDueMail(noon)
    assert.equal((await standing(mail)).state, 'pending')

    smtp.answer = () => undefined
    assert.deepEqual(await sendDueMail(minutesPastNoon(2)), { sent: 1, failed: 0 })
  })
}

test('A message that cannot be read stops no other, and neither does one to what is no address', async () => {
  const broken = await aDueMail({ at: minutesPastNoon(-2) })
  await transaction((tx) => tx.outboxMail.updateMany({ data: { content: '{"lines":' } }))
  const addressless = await aDueMail({ recipient: 'a@example.com,b@example.com', at: minutesPastNoon(-1) })
  const good = await aDueMail()

  assert.deepEqual(await sendDueMail(noon), { sent: 1, failed: 2 })

  assert.equal(receivedBy(good.recipient).length, 1)
  assert.equal((await standing(broken)).state, 'pending')
  assert.equal((await standing(addressless)).state, 'parked')
  assert.deepEqual(receivedBy('a@example.com'), [])
})

test('A login that the server refuses is no fault of the message, and what it was given is kept nowhere', async () => {
  const mail = await aDueMail()
  smtp.answer = (line, command) => (command === 'AUTH' ? `535 5.7.8 bad login ${line} ge heim` : undefined)
  await sendDueMail(noon)
  const { state, error } = await standing(mail)
  assert.equal(state, 'pending')
  assert.equal(error, 'the SMTP server refuses the login: 535')
})

test('What is logged of a failure names the order, and never the address', async () => {
  const { orderId, recipient } = await aDueMail()
  smtp.answer = refuse('@', `550 5.1.1 <${recipient}> no such mailbox`)
  await sendDueMail(noon)

  const logged = JSON.stringify(log.mock.calls.at(-1)?.arguments)
  assert.ok(logged.includes(orderId))
  assert.ok(!logged.includes('@'))
  const [parked] = await listParkedMail(1)
  assert.ok(parked?.error.includes(recipient))
})

test('A password that a server repeats is not kept', async () => {
  const mail = await aDueMail()
  smtp.answer = (_, command) => (command === 'END' ? '554 5.6.0 said ge heim and ge%20heim' : undefined)
  await sendDueMail(noon)

  const { error } = await standing(mail)
  assert.match(error ?? '', /554 5\.6\.0 said/)
  assert.doesNotMatch(error ?? '', /heim/)
})

test('A check tells whether the server would take messages, and why not, without the password', async () => {
  const url = process.env.SMTP_URL ?? ''
  assert.equal(await checkSmtp(url), null)

  smtp.answer = (line, command) => (command === 'AUTH' ? `535 5.7.8 bad login ${line}` : undefined)
  assert.equal(await checkSmtp(url), 'the SMTP server refuses the login: 535')
})

function receivedBy(recipient: string) {
  return smtp.received.filter(({ to }) => to.includes(recipient))
}

function refuse(part: string, answer: string) {
  return (line: string, command: string) => (command === 'RCPT' && line.includes(part) ? answer : undefined)
}
