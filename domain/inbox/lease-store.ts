// Leases in the database: what one process at a time does, of all that serve the shop, and up to when it has been done.
import { reader, type Transaction } from '#prisma/client'

const longAgo = new Date(0)
const hour = 60 * 60_000

export interface LeaseClaim {
  readonly name: string
  readonly holder: string
  readonly now: Date
  /** When a holder that is not heard of again loses it. */
  readonly until: Date
}

/**
 * Takes a lease, or keeps it for longer. False when another holds it. One that goes on for an hour after `until` was taken by a
 * clock that is wrong, and counts as over.
 */
export async function takeLease(tx: Transaction, { name, holder, now, until }: LeaseClaim): Promise<boolean> {
  const absurd = new Date(until.getTime() + hour)
  const taken = await tx.$executeRaw`
    INSERT INTO "Lease" ("name", "holder", "until") VALUES (${name}, ${holder}, ${until})
    ON CONFLICT ("name") DO UPDATE SET "holder" = excluded."holder", "until" = excluded."until"
    WHERE "Lease"."holder" = excluded."holder" OR "Lease"."until" <= ${now} OR "Lease"."until" > ${absurd}`
  return taken > 0
}

/** Gives a lease back, for the next to take at once. Does nothing when another holds it by now. */
export async function releaseLease(
  tx: Transaction,
  { name, holder }: Pick<LeaseClaim, 'name' | 'holder'>,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Lease" SET "until" = ${longAgo} WHERE "name" = ${name} AND "holder" = ${holder}`
}

/** Notes up to when a piece of work is done. */
export async function markDone(tx: Transaction, { name, at }: { name: string; at: Date }): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Lease" ("name", "holder", "until", "doneAt") VALUES (${name}, '', ${longAgo}, ${at})
    ON CONFLICT ("name") DO UPDATE SET "doneAt" = excluded."doneAt"`
}

/**
 * Up to when a piece of work is done; null when it never was. Null, too, when that lies in the future: a clock that was ahead
 * said so, and up to when the work is done is not known.
 */
export async function findDoneAt(name: string, now: Date): Promise<Date | null> {
  const lease = await reader().lease.findUnique({ where: { name }, select: { doneAt: true } })
  return lease?.doneAt && lease.doneAt <= now ? lease.doneAt : null
}
