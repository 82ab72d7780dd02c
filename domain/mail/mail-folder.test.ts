import '#prisma/test-database'
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, mock, test } from 'node:test'
import { closeDatabase, transaction } from '#prisma/client'
import { listMessages, readMessage, saveMessage } from './mail-folder.ts'
import { readEml } from './read-eml.ts'
import { sendDueMail } from './send-due-mail.ts'
import { aDueMail, cupsAndTray, minutesPastNoon, noon, standing } from './test-mails.ts'

const above = mkdtempSync(join(tmpdir(), 'kiosk-mail-'))
const folder = join(above, 'data', 'mail')
process.env.MAIL_FOLDER = folder
mock.method(console, 'error', () => {})

after(async () => {
  rmSync(above, { recursive: true })
  await closeDatabase()
})

test('A folder that is not there has no messages', async () => {
  assert.deepEqual(await listMessages(folder), [])
  assert.equal(await readMessage(folder, 'a.eml'), null)
})

for (const [locale, name] of [
  [
    'en',
    'A mug, a "cup" & a pot: 100 % = 🍵🫖, and a name that goes on for far longer than any one line of a message may',
  ],
  [
    'zh-CN',
    '青瓷马克杯，天青 🍵 —— 手工拉坯，两次施釉，釉色在杯底聚成深青，每一只都不一样，容量三百二十毫升，可用洗碗机',
  ],
] as const) {
  test(`Without an SMTP server a message in ${locale} lands in the folder, and reads there as it was written`, async () => {
    const lines = [{ name, quantity: 1, unitAmount: 8700 }]
    const mail = await aDueMail({ locale, content: { ...cupsAndTray, lines } })
    assert.deepEqual(await sendDueMail(noon), { sent: 1, failed: 0 })

    const message = await messageOf(mail.orderId)

    assert.equal(message.to, mail.recipient)
    assert.match(message.from, locale === 'en' ? /^Kiosk <shop@localhost>$/ : /^小铺 <shop@localhost>$/)
    assert.ok(message.subject.includes(mail.orderId))
    assert.ok(message.text.includes(name))
    assert.match(message.html, /^<!doctype html>[\s\S]*<\/html>\r?\n$/)
    assert.equal((await standing(mail)).state, 'sent')
  })
}

test('A message that is sent again is one message in the folder', async () => {
  const mail = await aDueMail()
  await sendDueMail(noon)
  await transaction((tx) =>
    tx.outboxMail.updateMany({ where: { orderId: mail.orderId }, data: { state: 'pending' } }),
  )
  assert.deepEqual(await sendDueMail(minutesPastNoon(6)), { sent: 1, failed: 0 })

  assert.equal((await listMessages(folder)).filter((name) => name.includes(mail.orderId)).length, 1)
})

test('A folder that cannot be written makes messages wait, and leaves no half of one behind', async () => {
  const mail = await aDueMail()
  rmSync(folder, { recursive: true, force: true })
  writeFileSync(folder, 'in the way')
  assert.deepEqual(await sendDueMail(noon), { sent: 0, failed: 1 })
  assert.equal((await standing(mail)).state, 'pending')

  rmSync(folder)
  assert.deepEqual(await sendDueMail(minutesPastNoon(2)), { sent: 1, failed: 0 })
  assert.equal(readdirSync(folder).length, 1)
})

test('Only the shop’s own user can read the folder', { skip: process.platform === 'win32' }, async () => {
  const own = join(above, 'own')
  await saveMessage(own, { fileName: 'a.eml', bytes: Buffer.from('a') })

  assert.equal(statSync(own).mode & 0o077, 0)
  assert.equal(statSync(join(own, 'a.eml')).mode & 0o077, 0)
})

test('Messages are listed newest first, and whatever else lies in the folder is none', async () => {
  const own = join(above, 'listed')
  for (const fileName of ['2026-a.eml', '2027-b.eml', '.c.tmp', 'notes.txt', '.d.eml'])
    await saveMessage(own, { fileName, bytes: Buffer.from('') })

  assert.deepEqual(await listMessages(own), ['2027-b.eml', '2026-a.eml'])
})

for (const name of [
  '../outside.eml',
  '/etc/passwd',
  '..',
  '',
  '.d.eml',
  'a/../../outside.eml',
  '..\\outside.eml',
  'a\0.eml',
]) {
  test(`No message is read by the name ${JSON.stringify(name)}`, async () => {
    const own = join(above, 'inside')
    await saveMessage(own, { fileName: '.d.eml', bytes: Buffer.from('hidden') })
    writeFileSync(join(above, 'outside.eml'), 'outside')

    assert.equal(await readMessage(own, name), null)
  })
}

async function messageOf(orderId: string) {
  const name = (await listMessages(folder)).find((each) => each.includes(orderId)) ?? ''
  return readEml((await readMessage(folder, name)) ?? Buffer.from(''))
}
