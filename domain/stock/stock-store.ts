// Units of each variant. Every move is one conditional update, so two shoppers cannot take the same unit,
// whatever the database's isolation; lines go in the order of their skus, so two carts cannot wait for each other.
import { listed, type Transaction } from '#prisma/client'

export interface StockLine {
  readonly sku: string
  readonly quantity: number
}

/** Promises the units of all `lines` to a checkout, or of none: then it gives the line there is not enough of. */
export async function holdStock(tx: Transaction, lines: readonly StockLine[]): Promise<StockLine | null> {
  const short = await move(
    lines,
    ({ sku, quantity }) => tx.$executeRaw`
    UPDATE "Stock" SET "held" = "held" + ${quantity}
    WHERE "sku" = ${sku} AND "quantity" - "held" - "sold" >= ${quantity}`,
  )
  if (short.length > 0)
    await releaseStock(
      tx,
      lines.filter((line) => !short.includes(line)),
    )
  return short[0] ?? null
}

/**
 * Gives the held units of `lines` back. Call it once for each hold: the order row remembers. Gives the lines of which fewer
 * units were held, as after an edit by hand; they stay as they are.
 */
export async function releaseStock(tx: Transaction, lines: readonly StockLine[]): Promise<StockLine[]> {
  return move(
    lines,
    ({ sku, quantity }) => tx.$executeRaw`
    UPDATE "Stock" SET "held" = "held" - ${quantity} WHERE "sku" = ${sku} AND "held" >= ${quantity}`,
  )
}

/** Turns the held units of `lines` into sold ones. Call it once for each hold. Gives the lines of which fewer were held. */
export async function sellHeldStock(tx: Transaction, lines: readonly StockLine[]): Promise<StockLine[]> {
  return move(
    lines,
    ({ sku, quantity }) => tx.$executeRaw`
    UPDATE "Stock" SET "held" = "held" - ${quantity}, "sold" = "sold" + ${quantity}
    WHERE "sku" = ${sku} AND "held" >= ${quantity}`,
  )
}

/** Of more than this many units shoppers are told that there are some; of fewer, how many. */
export const few = 3

/** A line's product, and the units of it that nobody holds. */
export interface OnShow {
  readonly sku: string
  readonly productId: number
  readonly available: number
}

/** What is on show of `skus`, in no order. */
export async function stockOnShow(tx: Transaction, skus: readonly string[]): Promise<OnShow[]> {
  const rows = await tx.$queryRaw<ShownRow[]>`
    SELECT "Stock"."sku", "productId", "quantity", "held", "sold"
    FROM "Stock" JOIN "Variant" ON "Variant"."sku" = "Stock"."sku" WHERE "Stock"."sku" IN (${listed(skus)})`
  return rows.map(({ quantity, held, sold, ...line }) => ({ ...line, available: quantity - held - sold }))
}

interface ShownRow extends Pick<OnShow, 'sku' | 'productId'> {
  readonly quantity: number
  readonly held: number
  readonly sold: number
}

// Gives the lines that could not be moved.
async function move(
  lines: readonly StockLine[],
  update: (line: StockLine) => Promise<number>,
): Promise<StockLine[]> {
  const short: StockLine[] = []
  for (const line of lines.toSorted((a, b) => (a.sku < b.sku ? -1 : 1))) {
    if ((await update(line)) === 0) short.push(line)
  }
  return short
}
