// Brings lists and the search up to date with the products: after the first seed, and after products were put in by hand.
import { listChangedProducts } from '../domain/catalogue/list-changed-products.ts'
import { closeDatabase } from '../prisma/client.ts'

console.log(`lists: ${await listChangedProducts()} products listed`)
await closeDatabase()
