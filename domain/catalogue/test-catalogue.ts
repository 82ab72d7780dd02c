// For tests: things put on sale.
import { randomUUID } from 'node:crypto'
import { reader, transaction } from '#prisma/client'
import { findProducts } from './product-store.ts'
import type { Product } from './product.ts'

export interface Offer {
  readonly sku?: string
  readonly quantity?: number
  /** Minor units by currency. */
  readonly prices?: Readonly<Record<string, number>>
  readonly names?: { readonly en: string; readonly 'zh-CN': string }
}

/** Puts a product of one variant on sale, twelve dollars each and ten of them, and gives its sku. */
export async function putOnSale(offer: Offer = {}): Promise<string> {
  const { sku = `cup-${randomUUID().slice(0, 8)}`, quantity = 10 } = offer
  const { prices = { usd: 1200, cny: 8800, eur: 1100, jpy: 1800 } } = offer
  const { names = { en: 'Tea cup', 'zh-CN': '茶杯' } } = offer
  await transaction((tx) =>
    tx.product.create({
      data: {
        slug: sku,
        position: 1,
        name: names,
        description: { en: '', 'zh-CN': '' },
        variants: {
          create: {
            sku,
            position: 0,
            picture: 'cup',
            prices: {
              create: Object.entries(prices).map(([currency, amount]) => ({ currency, amount })),
            },
            stock: { create: { quantity } },
          },
        },
      },
    }),
  )
  return sku
}

/** Every product, in the shop's order. */
export async function listProducts(): Promise<Product[]> {
  const orderBy = [{ position: 'asc' as const }, { id: 'asc' as const }]
  const rows = await reader().product.findMany({ select: { id: true }, orderBy })
  return findProducts(rows.map(({ id }) => id))
}

/** Changes a price, as the owner does. */
export async function setPrice(sku: string, currency: string, amount: number): Promise<void> {
  await transaction((tx) => tx.price.updateMany({ where: { sku, currency }, data: { amount } }))
}
