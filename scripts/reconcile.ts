// Asks Stripe for all that its webhooks did not tell, repairs it, prints what was repaired and what waits for a person.
import { listParkedEvents } from '../domain/inbox/inbox-store.ts'
import { type Swept, sweep } from '../domain/inbox/sweep.ts'
import { listParkedMail } from '../domain/mail/outbox-store.ts'
import { listOrdersForReview } from '../domain/orders/order-store.ts'
import { closeDatabase } from '../prisma/client.ts'

const most = 100

const swept = await sweep(new Date(), { comparesNow: true })
if (swept === 'busy')
  console.log(
    'Another process of this shop is doing this just now, or died doing it less than a minute ago. Nothing was done here; try again in a minute.',
  )
else tell(swept)
const waiting = await listWaiting()
for (const line of waiting) console.log(`to look at: ${line}`)
await closeDatabase()
if (swept === 'busy' || swept.unanswered + swept.failed + waiting.length > 0) process.exitCode = 1

function tell({ looked, repairs, unanswered, failed }: Swept): void {
  for (const { what, id, became } of repairs) console.log(`${what} ${id}: ${became}`)
  console.log(`${looked} orders looked at, ${repairs.length} repairs`)
  if (unanswered > 0)
    console.log(`${unanswered} questions that Stripe did not answer: what they were about is not known yet`)
  if (failed > 0) console.log(`${failed} things that could not be looked after; the log above says why`)
}

async function listWaiting(): Promise<string[]> {
  const review = await listOrdersForReview(most)
  const events = await listParkedEvents(most)
  const mails = await listParkedMail(most)
  return [
    ...review.map((id) => `order ${id}, column "review" says why`),
    ...events.map((id) => `event ${id}, column "error" says why; npm run replay -- ${id} applies it again`),
    ...mails.map(
      ({ orderId, kind }) =>
        `mail "${kind}" of order ${orderId} could not be sent; npm run replay -- --mail tries again`,
    ),
  ]
}
