// Every state of a stock that was ever committed, written down by the database itself: a trigger beside the shop's tables.
import { setTimeout as pause } from 'node:timers/promises'
import type { Store } from '../databases.ts'

export interface StockLedger {
  readonly now: () => Promise<{ held: number; sold: number }>
  /** Resolves when nothing is held any more. Throws after half a minute. */
  readonly settled: () => Promise<void>
  /** The most that was held and sold at any commit, and how many commits there were. */
  readonly most: () => Promise<number>
  readonly commits: () => Promise<number>
  /** Commits at which more was promised than there is. */
  readonly problems: () => Promise<string[]>
}

interface Wanted {
  readonly sku: string
  readonly units: number
}

/** Puts `units` of `sku` on sale, and writes down from now on what becomes of them. */
export async function openLedger(store: Store, { sku, units }: Wanted): Promise<StockLedger> {
  await store.query(`UPDATE "Stock" SET "quantity" = $1, "held" = 0, "sold" = 0 WHERE "sku" = $2`, [
    units,
    sku,
  ])
  for (const statement of triggers[store.kind]) await store.query(statement)
  const read = async (sql: string) => Number((await store.query(sql, [sku]))[0]?.['answer'] ?? 0)
  const now = async () => ({
    held: await read(`SELECT "held" AS "answer" FROM "Stock" WHERE "sku" = $1`),
    sold: await read(`SELECT "sold" AS "answer" FROM "Stock" WHERE "sku" = $1`),
  })
  return {
    now,
    settled: () => untilNothingIsHeld(now),
    most: () => read(`SELECT max("held" + "sold") AS "answer" FROM "StockLedger" WHERE "sku" = $1`),
    commits: () => read(`SELECT count(*) AS "answer" FROM "StockLedger" WHERE "sku" = $1`),
    async problems() {
      const over = await store.query(
        `SELECT "held", "sold" FROM "StockLedger" WHERE "sku" = $1 AND "held" + "sold" > $2`,
        [sku, units],
      )
      return over.map(({ held, sold }) => `${held} held and ${sold} sold of ${units} at a commit`)
    },
  }
}

async function untilNothingIsHeld(now: StockLedger['now']): Promise<void> {
  const deadline = Date.now() + 30_000
  while ((await now()).held > 0) {
    if (Date.now() > deadline) throw new Error(`${(await now()).held} units are still held`)
    await pause(50)
  }
}

const table = `CREATE TABLE "StockLedger" ("sku" TEXT, "held" INTEGER, "sold" INTEGER)`
const row = `INSERT INTO "StockLedger" VALUES (NEW."sku", NEW."held", NEW."sold");`

const triggers = {
  sqlite: [table, `CREATE TRIGGER "ledger" AFTER UPDATE ON "Stock" BEGIN ${row} END`],
  postgresql: [
    table,
    `CREATE FUNCTION "ledger"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${row} RETURN NULL; END $$`,
    `CREATE TRIGGER "ledger" AFTER UPDATE ON "Stock" FOR EACH ROW EXECUTE FUNCTION "ledger"()`,
  ],
}
