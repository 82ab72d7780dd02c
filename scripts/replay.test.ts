// What npm run replay -- --mail prints and does. Replaying events is tested in ./reconcile.test.ts.
import '#prisma/test-database'
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mock, test } from 'node:test'
import { sendDueMail } from '../domain/mail/send-due-mail.ts'
import { aDueMail, minutesPastNoon, noon, standing } from '../domain/mail/test-mails.ts'
import { smtp } from '../domain/mail/test-post.ts'

mock.method(console, 'error', () => {})

test('Replay makes every message that was given up due now, says how many, and the shop sends them', async () => {
  const mails = [await aDueMail(), await aDueMail()]
  await giveUp()
  for (const mail of mails) assert.equal((await standing(mail)).state, 'parked')

  const { code, out } = await replay('--mail')

  assert.equal(out, '2 messages are due again. The shop sends them within seconds, if it is running.\n')
  assert.equal(code, 0)
  for (const mail of mails) {
    const { state, attempts, notBefore } = await standing(mail)
    assert.deepEqual({ state, attempts }, { state: 'pending', attempts: 0 })
    assert.ok(notBefore <= new Date())
  }
  assert.deepEqual(await sendDueMail(), { sent: 2, failed: 0 })
  for (const { recipient } of mails)
    assert.equal(smtp.received.filter(({ to }) => to.includes(recipient)).length, 1)
})

test('Replay leaves a message alone that was sent, that waits or that is being sent', async () => {
  const sent = await aDueMail()
  await sendDueMail(noon)
  const waiting = await aDueMail({ at: minutesPastNoon(1) })
  const before = [await standing(sent), await standing(waiting)]

  assert.deepEqual(await replay('--mail'), { code: 0, out: 'No message was given up.\n' })

  assert.deepEqual([await standing(sent), await standing(waiting)], before)
})

test('Replay takes events and messages at once', async () => {
  await aDueMail()
  await giveUp()

  const { code, out } = await replay('--parked', '--mail')

  assert.equal(
    out,
    'There is no such event.\n1 message is due again. The shop sends it within seconds, if it is running.\n',
  )
  assert.equal(code, 0)
})

test('Replay of nothing names what it can do with messages', async () => {
  const { code, out } = await replay()

  assert.match(out, /^npm run replay -- --mail .*messages to shoppers/m)
  assert.equal(code, 1)
})

async function giveUp(): Promise<void> {
  smtp.answer = (_, command) => (command === 'RCPT' ? '550 5.1.1 no such mailbox' : undefined)
  await sendDueMail(noon)
  smtp.answer = () => undefined
}

function replay(...args: string[]): Promise<{ code: number; out: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['scripts/replay.ts', ...args], (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), out: stdout || stderr })
    })
  })
}
