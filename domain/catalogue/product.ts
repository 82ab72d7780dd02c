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
  /** What it cost before, where it costs less now. */
  readonly was: Readonly<Partial<Record<Currency, number>>>
  /** The key of its value, by the keys of the product's options. */
  readonly choices: Readonly<Record<string, string>>
  /** Units that nobody has paid for or is about to pay for. */
  readonly available: number
}

/** Something that tells a product's variants apart: its colour, its size. */
export interface Option {
  readonly key: string
  readonly name: Text
  readonly values: readonly { readonly key: string; readonly name: Text }[]
}

/** A picture of a product. */
export interface Picture {
  /** File stem in public/products. */
  readonly stem: string
  readonly alt: Text
}

export interface Product {
  readonly id: number
  readonly slug: string
  readonly name: Text
  readonly description: Text
  readonly options: readonly Option[]
  /** Views of it that belong to no single variant, in their order. */
  readonly pictures: readonly Picture[]
  readonly variants: readonly Variant[]
}

/** Whether nothing of a product is left to buy. */
export function isSoldOut({ variants }: Product): boolean {
  return variants.every(({ available }) => available === 0)
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
