// A product's entries in lists and in the search are made from it, here and nowhere else: whoever changes a product changes
// the product, raises its edition, and lets this follow.
import { setImmediate as breathe } from 'node:timers/promises'
import { reader, transaction, type Transaction } from '#prisma/client'
import { everything } from './collection-store.ts'
import { parseText } from './text.ts'
import { searchWords, type SearchWord } from './search-words.ts'

// The other transactions of the shop wait no longer than this many take.
const atOnce = 10

/**
 * Makes the entries of every product that has changed since they were made. Gives how many products that were. While there
 * are many, whoever else has work in this process comes in between.
 */
export async function listChangedProducts(): Promise<number> {
  for (let listed = 0; ;) {
    const ids = await someChanged()
    if (ids.length === 0) return listed
    await transaction(async (tx) => {
      for (const id of ids) {
        await listProduct(tx, id)
        await breathe()
      }
    })
    listed += ids.length
  }
}

async function someChanged(): Promise<number[]> {
  const rows = await reader().product.findMany({
    where: { listedEdition: null },
    orderBy: { id: 'asc' },
    take: atOnce,
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

async function listProduct(tx: Transaction, id: number): Promise<void> {
  const isStale = await tx.$executeRaw`
    UPDATE "Product" SET "listedEdition" = "edition" WHERE "id" = ${id} AND "listedEdition" IS NULL`
  // Another process was faster.
  if (isStale === 0) return
  await addToAll(tx, id)
  await tx.listedPrice.deleteMany({ where: { productId: id } })
  await tx.searchWord.deleteMany({ where: { productId: id } })
  const product = await tx.product.findUniqueOrThrow({ where: { id }, select: listed })
  await tx.listedPrice.createMany({ data: pricesOf(id, product) })
  await tx.searchWord.createMany({ data: wordsFor(product).map((entry) => ({ productId: id, ...entry })) })
}

async function addToAll(tx: Transaction, id: number): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "CollectionProduct" ("collectionId", "productId", "position")
    SELECT c."id", p."id", p."position" FROM "Collection" c, "Product" p WHERE c."slug" = ${everything} AND p."id" = ${id}
    ON CONFLICT ("collectionId", "productId") DO UPDATE SET "position" = excluded."position"`
}

const listed = {
  name: true,
  description: true,
  variants: { select: { name: true, prices: { select: { currency: true, amount: true } } } },
  collections: { select: { collectionId: true, collection: { select: { slug: true, name: true } } } },
} as const

interface ListedProduct {
  readonly name: unknown
  readonly description: unknown
  readonly variants: readonly { name: unknown; prices: readonly { currency: string; amount: number }[] }[]
  readonly collections: readonly { collectionId: number; collection: { slug: string; name: unknown } }[]
}

function pricesOf(productId: number, { variants, collections }: ListedProduct) {
  const lowest = new Map<string, number>()
  for (const { currency, amount } of variants.flatMap(({ prices }) => prices)) {
    lowest.set(currency, Math.min(amount, lowest.get(currency) ?? amount))
  }
  return collections.flatMap(({ collectionId }) =>
    [...lowest].map(([currency, amount]) => ({ collectionId, productId, currency, amount })),
  )
}

function wordsFor({ name, description, variants, collections }: ListedProduct): SearchWord[] {
  const own = collections.filter(({ collection }) => collection.slug !== everything)
  return searchWords({
    name: parseText(name),
    details: [
      ...variants.flatMap((variant) => (variant.name === null ? [] : [parseText(variant.name)])),
      ...own.map(({ collection }) => parseText(collection.name)),
    ],
    description: parseText(description),
  })
}
