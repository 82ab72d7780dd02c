// The stores write with raw statements and read with Prisma, or the other way round; a time must be the same moment for both,
// on either kind of database and in any time zone.

import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeDatabase, reader, transaction, type Transaction } from './client.ts'

process.env.TZ = 'Asia/Kathmandu'

after(closeDatabase)

const moments = [
  '1970-01-01T00:00:00.000Z',
  '2026-03-29T01:30:00.001Z',
  '2026-11-01T06:59:59.999Z',
  '2038-01-19T03:14:08.000Z',
  '2099-12-31T23:59:59.120Z',
].map((text) => new Date(text))

for (const moment of moments) {
  test(`${moment.toISOString()} comes back as it went in, whichever way it went and came`, async () => {
    for (const write of [writeRaw, writeWithPrisma]) {
      await transaction((tx) => write(tx, moment))
      assert.deepEqual(await readRaw(), moment, `${write.name}, raw`)
      assert.deepEqual(await readWithPrisma(), moment, `${write.name}, Prisma`)
    }
  })

  test(`${moment.toISOString()} is found by comparing with it, and the millisecond beside it is not`, async () => {
    const before = new Date(moment.getTime() - 1)
    for (const write of [writeRaw, writeWithPrisma]) {
      await transaction((tx) => write(tx, moment))
      assert.equal(await countUntil(moment), 1)
      assert.equal(await countUntil(before), 0)
      assert.equal(await reader().lease.count({ where: { until: { lte: moment } } }), 1)
      assert.equal(await reader().lease.count({ where: { until: { lte: before } } }), 0)
    }
  })
}

test('A time that is null is null both ways, and can be chosen between with a time in one statement', async () => {
  const moment = new Date('2026-11-01T06:59:59.999Z')
  await transaction((tx) => writeRaw(tx, moment))
  for (const [stays, expected] of [
    [true, null],
    [false, moment],
  ] as const) {
    await transaction(
      (tx) =>
        tx.$executeRaw`UPDATE "Lease" SET "doneAt" = CASE WHEN ${stays} THEN "doneAt" ELSE ${moment} END`,
    )
    const [row] = await reader().$queryRaw<{ doneAt: Date | null }[]>`SELECT "doneAt" FROM "Lease"`
    assert.deepEqual(row?.doneAt, expected)
    assert.deepEqual((await reader().lease.findFirst())?.doneAt, expected)
  }
})

function writeRaw(tx: Transaction, until: Date): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO "Lease" ("name", "holder", "until", "doneAt") VALUES ('sweep', 'me', ${until}, ${null})
    ON CONFLICT ("name") DO UPDATE SET "until" = ${until}, "doneAt" = NULL`
}

function writeWithPrisma(tx: Transaction, until: Date): Promise<unknown> {
  const lease = { holder: 'me', until, doneAt: null }
  return tx.lease.upsert({ where: { name: 'sweep' }, create: { name: 'sweep', ...lease }, update: lease })
}

async function readRaw(): Promise<Date | undefined> {
  const [row] = await reader().$queryRaw<{ until: Date }[]>`SELECT "until" FROM "Lease"`
  return row?.until
}

async function readWithPrisma(): Promise<Date | undefined> {
  return (await reader().lease.findFirst())?.until
}

async function countUntil(moment: Date): Promise<number> {
  const [row] = await reader().$queryRaw<{ count: bigint }[]>`
    SELECT count(*) AS "count" FROM "Lease" WHERE "until" <= ${moment}`
  return Number(row?.count)
}
