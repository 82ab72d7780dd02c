import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeDatabase, reader, transaction } from '#prisma/client'
import {
  claimMail,
  enqueueMail,
  listDueMail,
  listParkedMail,
  markMailSent,
  noteMailFailure,
} from './outbox-store.ts'
import { aDueMail, anOrder, minutesPastNoon, noon, standing } from './test-mails.ts'

after(closeDatabase)

test('A message is due once for each order and kind: the first stays as it is', async () => {
  const first = await aDueMail({ recipient: 'first@example.com' })
  await aDueMail({ ...first, recipient: 'second@example.com' })

  const rows = await reader().outboxMail.findMany({ where: { orderId: first.orderId } })
  assert.deepEqual(
    rows.map(({ recipient }) => recipient),
    ['first@example.com'],
  )
})

test('Each refund of an order has a message of its own', async () => {
  const { orderId } = await aDueMail()
  await aDueMail({ orderId, kind: 'refund:re_1' })
  await aDueMail({ orderId, kind: 'refund:re_2' })

  assert.equal(await reader().outboxMail.count({ where: { orderId } }), 3)
})

test('A message that was sent does not become due again', async () => {
  const mail = await aDueMail()
  await transaction((tx) => markMailSent(tx, { ...mail, at: noon }))
  await aDueMail(mail)

  assert.equal((await standing(mail)).state, 'sent')
})

test('A transaction that is rolled back makes no message due', async () => {
  const orderId = await anOrder()
  const mail = { ...(await aDueMail()), orderId }
  await assert.rejects(
    transaction(async (tx) => {
      await enqueueMail(tx, mail)
      throw new Error('no')
    }),
  )

  assert.equal(await reader().outboxMail.count({ where: { orderId } }), 0)
})

test('A message is due from its time on, and not while it is taken', async () => {
  const mail = await aDueMail({ at: minutesPastNoon(1) })
  assert.equal(await isDue(mail, noon), false)
  assert.equal(await isDue(mail, minutesPastNoon(1)), true)

  const taken = { ...mail, now: minutesPastNoon(1), until: minutesPastNoon(6) }
  assert.equal(await transaction((tx) => claimMail(tx, taken)), true)
  assert.equal(await isDue(mail, minutesPastNoon(5)), false)
  assert.equal(await isDue(mail, minutesPastNoon(6)), true)
})

test('Of twenty who would take a message at once, one has it', async () => {
  const mail = await aDueMail()
  const claims = Array.from({ length: 20 }, () =>
    transaction((tx) => claimMail(tx, { ...mail, now: noon, until: minutesPastNoon(5) })),
  )

  assert.equal((await Promise.all(claims)).filter(Boolean).length, 1)
})

test('A failure is not noted by one from whom the message was taken since, and never over a message that was sent', async () => {
  const mail = await aDueMail()
  await transaction((tx) => claimMail(tx, { ...mail, now: noon, until: minutesPastNoon(5) }))
  await transaction((tx) => claimMail(tx, { ...mail, now: minutesPastNoon(5), until: minutesPastNoon(10) }))
  const late = { ...mail, until: minutesPastNoon(5), attempts: 1, error: 'late', again: null }
  await transaction((tx) => noteMailFailure(tx, late))
  assert.equal((await standing(mail)).state, 'pending')

  await transaction((tx) => markMailSent(tx, { ...mail, at: minutesPastNoon(6) }))
  await transaction((tx) => noteMailFailure(tx, { ...late, until: minutesPastNoon(10) }))
  assert.deepEqual(await standing(mail), {
    state: 'sent',
    attempts: 0,
    error: null,
    notBefore: minutesPastNoon(10),
    sentAt: minutesPastNoon(6),
  })
})

test('Messages that were given up are listed with their reason, newest first, and no others', async () => {
  const older = await aDueMail()
  const newer = await aDueMail({ kind: 'refund:re_1', at: minutesPastNoon(1) })
  await aDueMail()
  for (const mail of [older, newer]) {
    const failure = { ...mail, until: mail.at, attempts: 1, error: 'no such mailbox', again: null }
    await transaction((tx) => noteMailFailure(tx, failure))
  }

  assert.deepEqual(await listParkedMail(10), [
    { orderId: newer.orderId, kind: 'refund:re_1', error: 'no such mailbox' },
    { orderId: older.orderId, kind: 'receipt', error: 'no such mailbox' },
  ])
  assert.equal((await listParkedMail(1)).length, 1)
})

async function isDue({ orderId }: { orderId: string }, now: Date): Promise<boolean> {
  return (await listDueMail({ now, limit: 1_000 })).some((mail) => mail.orderId === orderId)
}
