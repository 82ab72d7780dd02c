// Compares unsettled orders with Stripe, repairs them and prints what was repaired.
import { sweep } from '../domain/inbox/sweep.ts'
import { closeDatabase } from '../prisma/client.ts'

const { looked, repairs, unanswered, failed, applied } = await sweep()
for (const { orderId, became } of repairs) console.log(`order ${orderId}: ${became}`)
console.log(
  `${looked} orders looked at, ${repairs.length} repaired, ${unanswered} without an answer from Stripe, ${failed} failed; ${applied} kept events applied`,
)
await closeDatabase()
if (unanswered + failed > 0) process.exitCode = 1
