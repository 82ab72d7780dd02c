// Orders of years for measuring, made inside SQLite: nearly all paid, some given up, a few thousand still open.
import type { DatabaseSync } from 'node:sqlite'

const mostOpen = 1_000

/** Inserts `count` orders of one or two lines, half a minute apart, the last of them at `now`. There must be products. */
export function insertManyOrders(database: DatabaseSync, count: number, now = new Date()): void {
  database.exec(ordersSql(count, Math.floor(now.getTime() / 1000)))
}

// An odd factor makes of different numbers different ones, in no order: as ids are that nobody can guess.
const mixed = (bits: number) => `("i" * 2654435761) % ${2 ** bits}`
const time = (seconds: string) => `strftime('%Y-%m-%dT%H:%M:%S.000+00:00', ${seconds}, 'unixepoch')`

const ordersSql = (count: number, now: number) => `
  WITH RECURSIVE "number"("i") AS (SELECT 1 UNION ALL SELECT "i" + 1 FROM "number" WHERE "i" < ${count}),
  "known" AS (
    SELECT "i", printf('%010X', ${mixed(40)}) AS "hex", ${now} - (${count} - "i") * 30 AS "at",
      "i" % 30 = 7 AS "isExpired", "i" > ${count - Math.min(mostOpen, Math.floor(count / 10))} AS "isOpen"
    FROM "number"
  )
  INSERT INTO "Order" ("id", "token", "shopper", "attempt", "idempotencyKey", "locale", "currency", "total", "createdAt",
    "expiresAt", "sessionId", "sessionUrl", "revision", "session", "payment", "paymentIntentId", "amountPaid", "paidAt",
    "email", "customerName", "stock")
  SELECT substr("hex", 1, 5) || '-' || substr("hex", 6), 'token-of-order-' || substr("hex", 4), 'shopper-' || ("i" % 300000),
    CASE WHEN "isOpen" THEN 'attempt-' || "i" END, 'kiosk_' || "hex", CASE "i" % 2 WHEN 0 THEN 'en' ELSE 'zh-CN' END, 'usd', 4200,
    ${time('"at"')}, ${time('"at" + 1860')}, 'cs_test_' || "hex", NULL, 1,
    CASE WHEN "isOpen" THEN 'open' WHEN "isExpired" THEN 'expired' ELSE 'complete' END,
    CASE WHEN "isOpen" OR "isExpired" THEN 'none' ELSE 'paid' END,
    CASE WHEN NOT "isOpen" AND NOT "isExpired" THEN 'pi_' || "hex" END,
    CASE WHEN NOT "isOpen" AND NOT "isExpired" THEN 4200 END,
    CASE WHEN NOT "isOpen" AND NOT "isExpired" THEN ${time('"at" + 60')} END,
    CASE WHEN NOT "isOpen" THEN 'shopper-' || ("i" % 300000) || '@example.com' END, 'Wang Fang',
    CASE WHEN "isOpen" THEN 'held' WHEN "isExpired" THEN 'released' ELSE 'sold' END
  FROM "known";

  INSERT INTO "OrderLine" ("orderId", "sku", "name", "picture", "unitAmount", "quantity")
  SELECT o."id", 'thing-' || (o."rowid" % 10 + 1) || v."ending", 'Porcelain mug', 'gaiwan', 2100, 1
  FROM "Order" o, (SELECT '-large' AS "ending" UNION ALL SELECT '-small') v ORDER BY o."id";
`
