// What goes from the shelf into an order, and back. Where shoppers now see another number of units, or none, the catalogue
// has changed: its edition tells whoever keeps pages.
import { raiseEditionOfStock } from '#domain/catalogue/edition-store'
import {
  few,
  holdStock,
  releaseStock,
  stockOnShow,
  type OnShow,
  type StockLine,
} from '#domain/stock/stock-store'
import type { Transaction } from '#prisma/client'

/** Holds the units of all `lines`, or of none: then it gives the line there is not enough of. */
export async function takeFromShelf(tx: Transaction, lines: readonly StockLine[]): Promise<StockLine | null> {
  const short = await holdStock(tx, lines)
  if (!short) await tell(tx, lines, ({ available }) => available <= few)
  return short
}

/** Gives the held units of `lines` back; call it once for each hold. */
export async function returnToShelf(tx: Transaction, lines: readonly StockLine[]): Promise<void> {
  await releaseStock(tx, lines)
  const returned = new Map(lines.map(({ sku, quantity }) => [sku, quantity]))
  await tell(tx, lines, ({ sku, available }) => available - (returned.get(sku) ?? 0) <= few)
}

async function tell(
  tx: Transaction,
  lines: readonly StockLine[],
  isSeen: (line: OnShow) => boolean,
): Promise<void> {
  const shown = await stockOnShow(
    tx,
    lines.map(({ sku }) => sku),
  )
  const productIds = shown.filter(isSeen).map(({ productId }) => productId)
  if (productIds.length > 0) await raiseEditionOfStock(tx, productIds)
}
