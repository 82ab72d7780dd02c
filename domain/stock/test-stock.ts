// For tests: what became of the units.
import { reader } from '#prisma/client'

export interface Stock {
  readonly held: number
  readonly sold: number
}

/** How many units of a variant are held and sold. */
export async function stockOf(sku: string): Promise<Stock> {
  return reader().stock.findUniqueOrThrow({ where: { sku }, select: { held: true, sold: true } })
}
