// Fills a migrated SQLite database for measuring: FILE PRODUCTS ORDERS. A hundred thousand products and a million orders take
// less than a minute, because indexes are made once everything is there, and nothing needs to survive a power cut.
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { insertManyOrders } from './many-orders.ts'
import { insertManyProducts } from './many-products.ts'

export interface Size {
  readonly products: number
  readonly orders: number
}

/** Fills the database in `file`, which has the shop's tables and nothing for sale. */
export function fillDatabase(file: string, { products, orders }: Size): void {
  const database = new DatabaseSync(file)
  database.exec(`PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF;
    PRAGMA cache_size = -500000; PRAGMA temp_store = MEMORY`)
  const indexes = database
    .prepare(`SELECT "name", "sql" FROM sqlite_master WHERE "type" = 'index' AND "sql" IS NOT NULL`)
    .all()
  for (const { name } of indexes) database.exec(`DROP INDEX "${String(name)}"`)
  insertManyProducts(database, products)
  insertManyOrders(database, orders)
  for (const { sql } of indexes) database.exec(String(sql))
  database.exec('PRAGMA journal_mode = WAL')
  database.close()
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , file = '', products, orders] = process.argv
  fillDatabase(file, { products: Number(products), orders: Number(orders) })
}
