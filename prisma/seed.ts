// Fills an empty shop. One that has a product is left as its owner made it: what was edited, sold or deleted stays so.
import { pathToFileURL } from 'node:url'
import { catalogue } from './catalogue/catalogue.ts'
import { collections } from './catalogue/collections.ts'
import type { Names, SeedProduct, SeedVariant } from './catalogue/seed-product.ts'
import { closeDatabase, reader, type Transaction, transaction } from './client.ts'
import { insertShippingRates } from './shipping-rates.ts'

const currencies = ['cny', 'usd', 'eur', 'jpy'] as const

/** Puts in the whole catalogue, unless the shop has any product. Gives how many products were put in. */
export async function seed(): Promise<number> {
  if (await reader().product.findFirst({ select: { id: true } })) return 0
  await transaction(async (tx) => {
    for (const [position, product] of catalogue.entries()) await insertProduct(tx, product, position)
    await insertCollections(tx)
    await insertShippingRates(tx)
  })
  return catalogue.length
}

async function insertProduct(tx: Transaction, product: SeedProduct, position: number): Promise<void> {
  const { slug, names, descriptions, options, variants, pictures = [] } = product
  await tx.product.create({
    data: {
      slug,
      position,
      name: bilingual(names),
      description: bilingual(descriptions),
      ...(options && { options: options.map(optionData) }),
      variants: { create: variants.map(variantData) },
      pictures: {
        create: pictures.map(({ stem, alt }, index) => ({ position: index, stem, alt: bilingual(alt) })),
      },
    },
  })
}

function optionData({ key, names, values }: NonNullable<SeedProduct['options']>[number]) {
  const named = Object.entries(values).map(([value, each]) => ({ key: value, name: bilingual(each) }))
  return { key, name: bilingual(names), values: named }
}

function variantData(variant: SeedVariant, position: number) {
  const { sku, names, choices, picture = sku, prices, was, quantity } = variant
  return {
    sku,
    position,
    picture,
    ...(names && { name: bilingual(names) }),
    ...(choices && { choices }),
    prices: {
      create: currencies.map((currency, each) => ({
        currency,
        amount: prices[each] ?? 0,
        ...(was && { was: was[each] ?? 0 }),
      })),
    },
    stock: { create: { quantity } },
  }
}

async function insertCollections(tx: Transaction): Promise<void> {
  for (const [index, { slug, names, descriptions, products }] of collections.entries()) {
    const { id } = await tx.collection.create({
      data: { slug, position: index + 1, name: bilingual(names), description: bilingual(descriptions) },
    })
    const rows = await tx.product.findMany({
      where: { slug: { in: [...products] } },
      select: { id: true, slug: true },
    })
    await tx.collectionProduct.createMany({
      data: rows.map((row) => ({
        collectionId: id,
        productId: row.id,
        position: products.indexOf(row.slug),
      })),
    })
  }
}

function bilingual([en, zhCN]: Names) {
  return { en, 'zh-CN': zhCN }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(`seed: ${await seed()} products put in`)
  await closeDatabase()
}
