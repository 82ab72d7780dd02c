// For tests: products with names and prices, in lists and in the search.
import { transaction } from '#prisma/client'
import { listChangedProducts } from './list-changed-products.ts'
import { putOnSale, type Offer } from './test-catalogue.ts'

/** Puts products on sale in this order and lists them. Gives their ids by their skus. */
export async function putOnShelf(offers: readonly Offer[]): Promise<Map<string, number>> {
  const skus: string[] = []
  for (const offer of offers) skus.push(await putOnSale(offer))
  await listChangedProducts()
  const rows = await transaction((tx) =>
    tx.product.findMany({ where: { slug: { in: skus } }, select: { id: true, slug: true } }),
  )
  return new Map(rows.map(({ id, slug }) => [slug, id]))
}

/** A name in both languages. */
export function named(en: string, zhCN: string) {
  return { names: { en, 'zh-CN': zhCN } }
}
