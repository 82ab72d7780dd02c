// Fills an empty shop. What is there already stays as it is: edited prices and sold stock are never set back.
import { pathToFileURL } from 'node:url'
import { catalogue, pictureOf, type SeedProduct } from './catalogue.ts'
import { closeDatabase, reader, type Transaction, transaction } from './client.ts'

const currencies = ['cny', 'usd', 'eur', 'jpy'] as const

/** Puts in every product of the catalogue that the shop does not have. Gives how many those were. */
export async function seed(): Promise<number> {
  const rows = await reader().product.findMany({ select: { slug: true } })
  const known = new Set(rows.map(({ slug }) => slug))
  const missing = catalogue.filter(({ slug }) => !known.has(slug))
  await transaction(async (tx) => {
    for (const product of missing) await insertProduct(tx, product, catalogue.indexOf(product))
  })
  return missing.length
}

async function insertProduct(tx: Transaction, product: SeedProduct, position: number): Promise<void> {
  const { slug, names, descriptions, variants } = product
  await tx.product.create({
    data: {
      slug,
      position,
      name: bilingual(names),
      description: bilingual(descriptions),
      variants: {
        create: variants.map((variant, index) => ({
          sku: variant.sku,
          position: index,
          picture: pictureOf(product, variant.sku),
          ...(variant.names && { name: bilingual(variant.names) }),
          prices: {
            create: currencies.map((currency, each) => ({ currency, amount: variant.prices[each] ?? 0 })),
          },
          stock: { create: { quantity: variant.quantity } },
        })),
      },
    },
  })
}

function bilingual([en, zhCN]: readonly [string, string]) {
  return { en, 'zh-CN': zhCN }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(`seed: ${await seed()} products put in`)
  await closeDatabase()
}
