import '#prisma/test-database'
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'
import { sendDueMail } from './send-due-mail.ts'
import { aDueMail, minutesPastNoon, noon, standing } from './test-mails.ts'
import { smtp } from './test-post.ts'

test('A sender that dies before the server has the message leaves it to another, after its five minutes', async () => {
  const mail = await aDueMail()
  await dieAt('MAIL')

  assert.deepEqual(await sendDueMail(minutesPastNoon(4)), { sent: 0, failed: 0 })
  assert.deepEqual(await sendDueMail(minutesPastNoon(6)), { sent: 1, failed: 0 })

  assert.equal(idsOf(mail.recipient).length, 1)
})

test('A sender that dies after the server took the message makes it come twice, under one Message-ID', async () => {
  const mail = await aDueMail()
  await dieAt('END')
  assert.equal((await standing(mail)).state, 'pending')

  assert.deepEqual(await sendDueMail(minutesPastNoon(6)), { sent: 1, failed: 0 })

  const id = `<receipt.${mail.orderId}@localhost>`
  assert.deepEqual(idsOf(mail.recipient), [id, id])
  assert.equal((await standing(mail)).state, 'sent')
})

test('Two processes that send at once send each message once', async () => {
  const mails = await Promise.all(Array.from({ length: 20 }, () => aDueMail()))
  const other = startSender()
  const [mine] = await Promise.all([sendDueMail(noon), once(other, 'exit')])

  assert.equal(other.exitCode, 0)
  assert.ok(mine.sent <= 20)
  for (const { recipient } of mails) assert.equal(idsOf(recipient).length, 1)
})

/** Runs a sender, and kills it when it has said `command` to the server, before it hears the answer. */
async function dieAt(command: string): Promise<void> {
  const sender = startSender()
  const died = once(sender, 'exit')
  smtp.answer = async (_, said) => {
    if (said !== command) return undefined
    sender.kill('SIGKILL')
    await died
    return undefined
  }
  await died
  assert.equal(sender.signalCode, 'SIGKILL')
  smtp.answer = () => undefined
}

function startSender(): ChildProcess {
  const file = new URL('./test-sender.ts', import.meta.url).pathname
  return spawn(process.execPath, [file, noon.toISOString()], { stdio: ['ignore', 'ignore', 'inherit'] })
}

function idsOf(recipient: string): string[] {
  return smtp.received
    .filter(({ to }) => to.includes(recipient))
    .map(({ source }) => /^Message-ID: (.*)$/im.exec(source)?.[1]?.trim() ?? '')
}
