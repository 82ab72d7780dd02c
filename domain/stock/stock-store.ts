// Units of each variant. Every move is one conditional update, so two shoppers cannot take the same unit,
// whatever the database's isolation; lines go in the order of their skus, so two carts cannot wait for each other.
import type { Transaction } from '#prisma/client'

export interface StockLine {
  readonly sku: string
  readonly quantity: number
}

/** Promises the units of all `lines` to a checkout, or of none: then it gives the line there is not enough of. */
export async function holdStock(tx: Transaction, lines: readonly StockLine[]): Promise<StockLine | null> {
  const short = await moveAll(
    lines,
    ({ sku, quantity }) => tx.$executeRaw`
    UPDATE "Stock" SET "held" = "held" + ${quantity}
    WHERE "sku" = ${sku} AND "quantity" - "held" - "sold" >= ${quantity}`,
  )
  if (short)
    await releaseStock(
      tx,
      lines.filter(({ sku }) => sku < short.sku),
    )
  return short
}

/** Gives the held units of `lines` back. Call it once for each hold: the order row remembers. */
export async function releaseStock(tx: Transaction, lines: readonly StockLine[]): Promise<void> {
  const short = await moveAll(
    lines,
    ({ sku, quantity }) => tx.$executeRaw`
    UPDATE "Stock" SET "held" = "held" - ${quantity} WHERE "sku" = ${sku} AND "held" >= ${quantity}`,
  )
  if (short) throw new Error(`stock: ${short.sku} has fewer units held than an order wants to release`)
}

/** Turns the held units of `lines` into sold ones. Call it once for each hold: the order row remembers. */
export async function sellHeldStock(tx: Transaction, lines: readonly StockLine[]): Promise<void> {
  const short = await moveAll(
    lines,
    ({ sku, quantity }) => tx.$executeRaw`
    UPDATE "Stock" SET "held" = "held" - ${quantity}, "sold" = "sold" + ${quantity}
    WHERE "sku" = ${sku} AND "held" >= ${quantity}`,
  )
  if (short) throw new Error(`stock: ${short.sku} has fewer units held than an order wants to sell`)
}

async function moveAll(
  lines: readonly StockLine[],
  move: (line: StockLine) => Promise<number>,
): Promise<StockLine | null> {
  for (const line of lines.toSorted((a, b) => (a.sku < b.sku ? -1 : 1))) {
    if ((await move(line)) === 0) return line
  }
  return null
}
