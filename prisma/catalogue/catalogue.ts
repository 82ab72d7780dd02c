// The goods that an empty shop opens with; a change here reaches no shop that has products.
import { desk } from './desk.ts'
import { home } from './home.ts'
import type { SeedProduct } from './seed-product.ts'
import { table } from './table.ts'
import { tea } from './tea.ts'

export const catalogue: readonly SeedProduct[] = [...tea, ...desk, ...home, ...table]
