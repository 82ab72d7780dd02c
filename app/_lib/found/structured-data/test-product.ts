// For tests: a product in two kinds.
import type { Product, Variant } from '#domain/catalogue/product'

const kind: Variant = {
  sku: 'cup-ink',
  name: { en: 'ink', 'zh-CN': '墨蓝' },
  picture: 'cup-ink',
  prices: { usd: 2450, jpy: 3600 },
  was: { usd: 3000 },
  choices: {},
  available: 3,
}

/** A cup: ink is sold in dollars, for less than before, and in yen; white is sold out, and in dollars alone. */
export const cup: Product = {
  id: 1,
  slug: 'cup',
  name: { en: 'Cup', 'zh-CN': '茶杯' },
  description: { en: 'For tea.', 'zh-CN': '喝茶用。' },
  options: [],
  pictures: [],
  variants: [
    kind,
    {
      ...kind,
      sku: 'cup-white',
      name: { en: 'white', 'zh-CN': '月白' },
      prices: { usd: 2000 },
      was: {},
      available: 0,
    },
  ],
}
