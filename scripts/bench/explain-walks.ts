// Which statements look at every row of a table that grows: what a shop must not do while a shopper waits.
import { DatabaseSync } from 'node:sqlite'

const growing =
  /\b(Product|Variant|Picture|Price|Stock|CollectionProduct|ListedPrice|SearchWord|Order|OrderLine|InboxEvent|OutboxMail|PaymentIntent|Refund|Dispute)\b/

/** Those of `statements` that SQLite would answer by walking a whole table or index of the database in `file`, each with the step that does. */
export function explainWalks(file: string, statements: readonly string[]): string[] {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    return statements.flatMap((sql) => walksOf(database, sql).map((walk) => `${walk}: ${sql}`))
  } finally {
    database.close()
  }
}

function walksOf(database: DatabaseSync, sql: string): string[] {
  if (!/^\s*(SELECT|UPDATE|DELETE|INSERT|WITH)\b/i.test(sql)) return []
  const steps = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all()
  return steps.map(({ detail }) => String(detail)).filter((detail) => isWalk(detail, sql))
}

// A walk in the order of an index that ends at a LIMIT looks at no more than that. Prisma asks for one of no values so.
function isWalk(detail: string, sql: string): boolean {
  const [, table = ''] = /^SCAN (?:main\.)?(\S+)/.exec(detail) ?? []
  if (!growing.test(table) || sql.includes('WHERE 1=0')) return false
  return !(/ USING (COVERING )?INDEX /.test(detail) && /\bLIMIT\b/i.test(sql))
}
