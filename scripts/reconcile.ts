// Compares unsettled orders with Stripe, repairs them, prints what was repaired and what waits for a person.
import { listParkedEvents } from '../domain/inbox/inbox-store.ts'
import { sweep } from '../domain/inbox/sweep.ts'
import { listOrdersForReview } from '../domain/orders/order-store.ts'
import { closeDatabase } from '../prisma/client.ts'

const most = 100

const { looked, repairs, unanswered, failed, applied } = await sweep()
for (const { orderId, became } of repairs) console.log(`order ${orderId}: ${became}`)
console.log(`${looked} orders looked at, ${repairs.length} repaired, ${applied} kept events applied`)
console.log(`${unanswered} orders without an answer from Stripe, ${failed} that could not be looked after`)
const [review, parked] = [await listOrdersForReview(most), await listParkedEvents(most)]
for (const id of review) console.log(`to look at: order ${id}, column "review" says why`)
for (const id of parked) console.log(`to look at: event ${id}, column "error" says why`)
await closeDatabase()
if (unanswered + failed + review.length + parked.length > 0) process.exitCode = 1
