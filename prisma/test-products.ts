// Something to write, for tests of the database itself.

import type { Reader, Transaction } from './client.ts'

/** Writes the product `slug`. */
export async function addProduct(tx: Transaction, slug: string): Promise<void> {
  await tx.product.create({ data: { slug, position: 1, name: {}, description: {} } })
}

/** Whether there is a product `slug`. */
export async function hasProduct(from: Reader, slug: string): Promise<boolean> {
  return (await from.product.count({ where: { slug } })) > 0
}
