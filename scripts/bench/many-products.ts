// A catalogue of any size for measuring: made inside SQLite, row for row as the shop's own functions would make it.
import type { DatabaseSync } from 'node:sqlite'
import { searchWords } from '../../domain/catalogue/search-words.ts'

const adjectives = [
  ['Porcelain', '白瓷'],
  ['Walnut', '胡桃木'],
  ['Linen', '亚麻'],
  ['Brass', '黄铜'],
  ['Celadon', '青瓷'],
  ['Bamboo', '竹编'],
  ['Indigo', '靛蓝'],
  ['Folding', '折叠'],
  ['Travel', '旅行'],
  ['Evening', '夜读'],
] as const
const things = [
  ['mug', '马克杯'],
  ['tray', '托盘'],
  ['lamp', '台灯'],
  ['notebook', '笔记本'],
  ['teapot', '茶壶'],
  ['vase', '花瓶'],
  ['pencil case', '笔袋'],
  ['soap dish', '皂碟'],
  ['incense holder', '香插'],
  ['towel', '毛巾'],
] as const
const named = (en: string, zh: string) => ({ en, 'zh-CN': zh })
const [small, large] = [named('Small', '小号'), named('Large', '大号')]
const description = {
  en: 'Made in small numbers, finished by hand and good for many years. It likes being used every day, and says where it comes from on its underside.',
  'zh-CN': '小批量制作，手工修整，可以用上很多年。适合每天使用，底部写着产地。',
}
const nothing = named('', '')
const mostShelves = 20
// In the smallest shop, too, there is something beside each product.
const smallestShelf = 6

/** How a product is called, by its number. The hundred names come round, each time with another number. */
function nameOf(number: number) {
  const [adjective = ['', ''], thing = ['', '']] = [
    adjectives[number % adjectives.length],
    things[Math.floor(number / adjectives.length) % things.length],
  ]
  return named(`${adjective[0]} ${thing[0]}`, `${adjective[1]}${thing[1]}`)
}

/** Fills the tables of the catalogue: `count` products of two variants, in the collection of everything and one of twenty. */
export function insertManyProducts(database: DatabaseSync, count: number): void {
  const shelves = Math.min(mostShelves, Math.ceil(count / smallestShelf))
  database.exec(`CREATE TEMP TABLE "Name" ("id" INTEGER PRIMARY KEY, "en" TEXT, "zh" TEXT);
    CREATE TEMP TABLE "NameWord" ("nameId" INTEGER, "word" TEXT, "weight" INTEGER);
    CREATE TEMP TABLE "ShelfWord" ("shelf" INTEGER, "word" TEXT, "weight" INTEGER)`)
  const insertName = database.prepare('INSERT INTO "Name" VALUES (?, ?, ?)')
  const insertWord = database.prepare('INSERT INTO "NameWord" VALUES (?, ?, ?)')
  const insertShelfWord = database.prepare('INSERT INTO "ShelfWord" VALUES (?, ?, ?)')
  for (let id = 0; id < adjectives.length * things.length; id += 1) {
    const name = nameOf(id)
    insertName.run(id, name.en, name['zh-CN'])
    for (const { word, weight } of searchWords({ name, details: [small, large], description }))
      insertWord.run(id, word, weight)
  }
  for (let shelf = 1; shelf <= shelves; shelf += 1) {
    const details = [named(`Shelf ${shelf}`, `货架 ${shelf}`)]
    for (const { word, weight } of searchWords({ name: nothing, details, description: nothing }))
      insertShelfWord.run(shelf, word, weight)
  }
  database.exec(catalogueSql(count, shelves))
}

const text = (value: unknown) => `'${JSON.stringify(value).replaceAll("'", "''")}'`
const options = [
  {
    key: 'size',
    name: named('Size', '尺寸'),
    values: [
      { key: 'small', name: small },
      { key: 'large', name: large },
    ],
  },
]

// The second variant costs half as much again; what is divisible by ten has cost more before.
const catalogueSql = (count: number, shelves: number) => `
  WITH RECURSIVE "number"("i") AS (SELECT 1 UNION ALL SELECT "i" + 1 FROM "number" WHERE "i" < ${count})
  INSERT INTO "Product" ("id", "slug", "position", "name", "description", "options", "listedEdition")
  SELECT "i", 'thing-' || "i", "i",
    json_object('en', n."en" || ' ' || "i", 'zh-CN', n."zh" || ' ' || "i"), ${text(description)}, ${text(options)}, 0
  FROM "number" JOIN "Name" n ON n."id" = "i" % (SELECT count(*) FROM "Name");

  INSERT INTO "Variant" ("sku", "productId", "position", "name", "choices", "picture")
  SELECT p."slug" || v."ending", p."id", v."position", v."name", v."choices", 'gaiwan'
  FROM "Product" p, (SELECT '-large' AS "ending", 1 AS "position", ${text(large)} AS "name", '{"size":"large"}' AS "choices"
    UNION ALL SELECT '-small', 0, ${text(small)}, '{"size":"small"}') v;
  INSERT INTO "Price" ("sku", "currency", "amount", "was")
  SELECT v."sku", c."currency", ("productId" % 200 + 10) * c."unit" * (2 + v."position") / 2,
    CASE WHEN "productId" % 10 = 0 THEN ("productId" % 200 + 10) * c."unit" * 2 END
  FROM "Variant" v, (SELECT 'cny' AS "currency", 700 AS "unit" UNION ALL SELECT 'eur', 90
    UNION ALL SELECT 'jpy', 150 UNION ALL SELECT 'usd', 100) c;
  INSERT INTO "Stock" ("sku", "quantity") SELECT "sku", CASE WHEN "productId" % 20 = 19 THEN 0 ELSE 1000 END FROM "Variant";
  INSERT INTO "Picture" ("productId", "position", "stem", "alt")
  SELECT "id", 0, 'gaiwan-detail', ${text(named('Its rim, close', '杯沿近看'))} FROM "Product";

  WITH RECURSIVE "number"("i") AS (SELECT 1 UNION ALL SELECT "i" + 1 FROM "number" WHERE "i" < ${shelves})
  INSERT INTO "Collection" ("slug", "position", "name", "description")
  SELECT 'shelf-' || "i", "i", json_object('en', 'Shelf ' || "i", 'zh-CN', '货架 ' || "i"), ${text(nothing)} FROM "number";
  INSERT INTO "CollectionProduct" ("collectionId", "productId", "position")
  SELECT c."id", p."id", p."position" FROM "Collection" c, "Product" p
  WHERE c."slug" = 'all' OR c."position" = p."id" % ${shelves} + 1 ORDER BY c."id", p."id";
  INSERT INTO "ListedPrice" ("collectionId", "currency", "productId", "amount")
  SELECT cp."collectionId", price."currency", cp."productId", price."amount"
  FROM "CollectionProduct" cp JOIN "Variant" v ON v."productId" = cp."productId" AND v."position" = 0
  JOIN "Price" price ON price."sku" = v."sku";

  INSERT INTO "SearchWord" ("word", "productId", "weight")
  SELECT "word", "id", max("weight") FROM (
    SELECT "word", "id", "weight" FROM "Product" JOIN "NameWord" ON "nameId" = "id" % (SELECT count(*) FROM "Name")
    UNION ALL SELECT "word", "id", "weight" FROM "Product" JOIN "ShelfWord" ON "shelf" = "id" % ${shelves} + 1
    UNION ALL SELECT CAST("id" AS TEXT), "id", 3 FROM "Product"
  ) GROUP BY "word", "id" ORDER BY "word", "id";
`
