// What the goods that an empty shop opens with are written down as. Prices are in minor units: [cny, usd, eur, jpy].
export type Names = readonly [en: string, zhCN: string]
type Prices = readonly [cny: number, usd: number, eur: number, jpy: number]

export interface SeedVariant {
  readonly sku: string
  readonly names?: Names
  readonly choices?: Readonly<Record<string, string>>
  readonly prices: Prices
  /** What it cost before. */
  readonly was?: Prices
  readonly quantity: number
  /** File stem in public/products, where it is not the sku. */
  readonly picture?: string
}

interface SeedOption {
  readonly key: string
  readonly names: Names
  readonly values: Readonly<Record<string, Names>>
}

export interface SeedProduct {
  readonly slug: string
  readonly names: Names
  readonly descriptions: Names
  readonly options?: readonly SeedOption[]
  readonly variants: readonly SeedVariant[]
  /** Views of it that belong to no single variant. */
  readonly pictures?: readonly { readonly stem: string; readonly alt: Names }[]
}

interface KindsOf extends Pick<SeedVariant, 'prices' | 'was'> {
  readonly slug: string
  readonly option: readonly [key: string, ...names: Names]
  readonly values: Readonly<Record<string, readonly [...names: Names, quantity: number]>>
}

/** The option and the variants of a product that comes in kinds of one price, which differ in one thing. */
export function kinds({
  slug,
  option,
  values,
  ...price
}: KindsOf): Required<Pick<SeedProduct, 'options' | 'variants'>> {
  const [key, ...names] = option
  const entries = Object.entries(values)
  const valueNames = entries.map(([value, [en, zhCN]]) => [value, [en, zhCN]] as const)
  return {
    options: [{ key, names, values: Object.fromEntries(valueNames) }],
    variants: entries.map(([value, [en, zhCN, quantity]]) => ({
      sku: `${slug}-${value}`,
      names: [en, zhCN],
      choices: { [key]: value },
      quantity,
      ...price,
    })),
  }
}
