// Fills an empty shop. One that has a product is left as its owner made it: what was edited, sold or deleted stays so.
import { pathToFileURL } from 'node:url'
import { catalogue, pictureOf, type SeedProduct } from './catalogue.ts'
import { closeDatabase, reader, type Transaction, transaction } from './client.ts'
import { insertShippingRates } from './shipping-rates.ts'

const currencies = ['cny', 'usd', 'eur', 'jpy'] as const

/** Puts in the whole catalogue, unless the shop has any product. Gives how many products were put in. */
export async function seed(): Promise<number> {
  if ((await reader().product.count()) > 0) return 0
  await transaction(async (tx) => {
    for (const [position, product] of catalogue.entries()) await insertProduct(tx, product, position)
    await insertShippingRates(tx)
  })
  return catalogue.length
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
