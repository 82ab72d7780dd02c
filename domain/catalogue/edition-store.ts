// The catalogue's edition is raised by every change that shoppers can see. Whoever keeps pages or lists asks for it, and for
// what has changed since.
import { reader, type Transaction } from '#prisma/client'

/**
 * Begins a change of products that exist: raises the edition and writes it on them, and has their entries in lists made anew.
 * For a change of what every page may show, a shipping rate or a collection, name none. Call it first in the transaction.
 */
export async function raiseEdition(tx: Transaction, productIds: readonly number[]): Promise<void> {
  await raise(tx, productIds, { listedEdition: null })
}

/** The same for a change of how many are left, which no list is made of. */
export async function raiseEditionOfStock(tx: Transaction, productIds: readonly number[]): Promise<void> {
  await raise(tx, productIds, {})
}

/** The edition that was committed last. */
export async function currentEdition(): Promise<number> {
  const { edition } = await reader().catalogue.findUniqueOrThrow({ where: { id: 1 } })
  return edition
}

/** Slugs of up to `limit` products that have changed after `edition`, those that changed last first. */
export async function changedSince(edition: number, limit: number): Promise<string[]> {
  const changed = await reader().product.findMany({
    where: { edition: { gt: edition } },
    orderBy: { edition: 'desc' },
    take: limit,
    select: { slug: true },
  })
  return changed.map(({ slug }) => slug)
}

async function raise(
  tx: Transaction,
  productIds: readonly number[],
  listed: { listedEdition?: null },
): Promise<void> {
  const { edition } = await tx.catalogue.update({ where: { id: 1 }, data: { edition: { increment: 1 } } })
  await tx.product.updateMany({ where: { id: { in: [...productIds] } }, data: { edition, ...listed } })
}
