// What is for sale. A product comes in variants; a variant is what a shopper buys.
import type { Currency } from '#domain/money/currency'
import type { Text } from './text.ts'

export interface Variant {
  readonly sku: string
  /** Null where the product comes in one form only. */
  readonly name: Text | null
  /** File stem in public/products. */
  readonly picture: string
  /** Minor units by currency; a currency without a price is not sold in. */
  readonly prices: Readonly<Partial<Record<Currency, number>>>
  /** Units that nobody has paid for or is about to pay for. */
  readonly available: number
}

export interface Product {
  readonly slug: string
  readonly name: Text
  readonly description: Text
  readonly variants: readonly Variant[]
}

/** A variant together with the name of the product it belongs to. */
export interface VariantOfProduct extends Variant {
  readonly slug: string
  readonly productName: Text
}

/** What to call a variant on a bill, in both languages: "Celadon mug, ink". */
export function fullName(variant: VariantOfProduct): Text {
  const { name, productName } = variant
  if (!name) return productName
  return { en: `${productName.en}, ${name.en}`, 'zh-CN': `${productName['zh-CN']}（${name['zh-CN']}）` }
}
