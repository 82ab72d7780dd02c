import '#prisma/test-database'
import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { listParkedMail } from './outbox-store.ts'
import { readEml } from './read-eml.ts'
import { sendDueMail } from './send-due-mail.ts'
import { aDueMail, cupsAndTray, minutesPastNoon, noon, standing } from './test-mails.ts'
import { smtp } from './test-post.ts'

mock.method(console, 'error', () => {})

test('A due message is sent, once, from the shop to its recipient', async () => {
  const mail = await aDueMail()

  assert.deepEqual(await sendDueMail(noon), { sent: 1, failed: 0 })
  assert.deepEqual(await sendDueMail(minutesPastNoon(60)), { sent: 0, failed: 0 })

  const [message, ...more] = receivedBy(mail.recipient)
  assert.equal(message?.from, 'shop@example.com')
  assert.deepEqual(message?.to, [mail.recipient])
  assert.deepEqual(more, [])
  const { state, attempts, error } = await standing(mail)
  assert.deepEqual({ state, attempts, error }, { state: 'sent', attempts: 0, error: null })
})

test('What looks like a header or like the end in a name stays a name', async () => {
  const name = '茶杯 🍵\r\nBcc: evil@example.com\r\n\r\n.\r\nRCPT TO:<evil@example.com>'
  const lines = [{ name, quantity: 1, unitAmount: 8700 }]
  const mail = await aDueMail({ locale: 'zh-CN', content: { ...cupsAndTray, lines } })
  await sendDueMail(noon)

  const [{ source, to } = { source: '', to: [] }] = receivedBy(mail.recipient)
  assert.deepEqual(to, [mail.recipient])
  assert.doesNotMatch(source.slice(0, source.indexOf('\r\n\r\n')), /^bcc|evil/im)
  const { subject, text } = readEml(Buffer.from(source))
  assert.equal(subject, `您在小铺的订单${mail.orderId}`)
  assert.ok(text.includes(name))
})

test('A message whose time has not come is not sent', async () => {
  await aDueMail({ at: minutesPastNoon(1) })

  assert.deepEqual(await sendDueMail(noon), { sent: 0, failed: 0 })
})

test('Ten senders at once send each message once', async () => {
  const mails = await Promise.all(Array.from({ length: 30 }, () => aDueMail()))

  const rounds = await Promise.all(Array.from({ length: 10 }, () => sendDueMail(noon)))

  assert.equal(
    rounds.reduce((sum, { sent }) => sum + sent, 0),
    30,
  )
  for (const { recipient } of mails) assert.equal(receivedBy(recipient).length, 1)
})

test('A message that a sender has taken is left to it while it is being sent', async () => {
  const mail = await aDueMail()
  const end = Promise.withResolvers<undefined>()
  const begun = Promise.withResolvers<void>()
  smtp.answer = (_, command) => {
    if (command !== 'END') return undefined
    begun.resolve()
    return end.promise
  }
  const sending = sendDueMail(noon)
  await begun.promise

  assert.deepEqual(await sendDueMail(minutesPastNoon(4)), { sent: 0, failed: 0 })

  end.resolve(undefined)
  assert.deepEqual(await sending, { sent: 1, failed: 0 })
  assert.equal(receivedBy(mail.recipient).length, 1)
})

test('While the server is down a message waits, longer each time, and comes when the server is up again', async () => {
  const mail = await aDueMail()
  await smtp.stop()
  let now = noon
  for (const wait of [1, 2, 4, 8]) {
    assert.deepEqual(await sendDueMail(now), { sent: 0, failed: 1 })
    const { notBefore, state } = await standing(mail)
    assert.equal(state, 'pending')
    assertAbout(notBefore, new Date(now.getTime() + wait * 60_000))
    assert.deepEqual(await sendDueMail(new Date(notBefore.getTime() - 1)), { sent: 0, failed: 0 })
    now = notBefore
  }
  assert.match((await standing(mail)).error ?? '', /ECONNREFUSED/)

  await smtp.start()
  assert.deepEqual(await sendDueMail(now), { sent: 1, failed: 0 })
  assert.equal((await standing(mail)).error, null)
})

test('A server that is down is not asked for every message, and those not asked for have not failed', async () => {
  const mails = await Promise.all(Array.from({ length: 20 }, () => aDueMail()))
  await smtp.stop()

  const { failed } = await sendDueMail(noon)

  assert.ok(failed <= 3, `${failed}`)
  const errors = await Promise.all(mails.map(async (mail) => (await standing(mail)).error))
  assert.equal(errors.filter((error) => error !== null).length, failed)
  await smtp.start()
})

test('A message that the server does not take for a day is parked with its reason, after 30 tries', async () => {
  const mail = await aDueMail()
  smtp.answer = (_, command) => (command === 'END' ? '451 4.3.0 not now' : undefined)
  let tries = 0
  for (let minutes = 0; (await standing(mail)).state === 'pending'; minutes += 10) {
    assert.ok(minutes <= 2 * 24 * 60)
    tries += (await sendDueMail(minutesPastNoon(minutes))).failed
  }

  assert.equal(tries, 30)
  const { notBefore } = await standing(mail)
  assert.ok(notBefore >= minutesPastNoon(24 * 60), notBefore.toISOString())
  const [parked] = await listParkedMail(1)
  assert.equal(parked?.orderId, mail.orderId)
  assert.match(parked?.error ?? '', /451 4\.3\.0 not now/)
})

function receivedBy(recipient: string) {
  return smtp.received.filter(({ to }) => to.includes(recipient))
}

function assertAbout(actual: Date, expected: Date): void {
  const late = actual.getTime() - expected.getTime()
  assert.ok(late >= 0 && late < 10_000, `${late} ms`)
}
