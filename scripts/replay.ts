// Applies stored events again, by hand: those named by their ids, or all that are parked or pending.
import { parseArgs } from 'node:util'
import { type Replayed, replayEvent } from '../domain/inbox/replay-event.ts'
import { listEventsIn } from '../domain/inbox/replay-store.ts'
import { closeDatabase } from '../prisma/client.ts'

const usage = `npm run replay -- evt_…      applies stored events again, whatever became of them
npm run replay -- --parked   all that failed too often
npm run replay -- --pending  all that wait for their next try`

const { positionals, values } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: { parked: { type: 'boolean' }, pending: { type: 'boolean' } },
})
const { parked = false, pending = false, ...unknown } = values

if (Object.keys(unknown).length > 0 || (positionals.length === 0 && !parked && !pending)) {
  console.error(usage)
  process.exitCode = 1
} else {
  const ids = [
    ...positionals,
    ...(parked ? await listEventsIn('parked') : []),
    ...(pending ? await listEventsIn('pending') : []),
  ]
  if (ids.length === 0) console.log('There is no such event.')
  for (const id of ids) await replay(id)
  await closeDatabase()
}

async function replay(id: string): Promise<void> {
  const replayed = await replayEvent(id)
  console.log(`event ${id}: ${describe(replayed)}`)
  if (replayed.became === 'failed' || replayed.became === 'unknown') process.exitCode = 1
}

function describe(replayed: Replayed): string {
  switch (replayed.became) {
    case 'applied':
      return 'applied'
    case 'ignored':
      return 'it concerns no order of this shop'
    case 'failed':
      return `cannot be applied: ${replayed.error}`
    case 'unknown':
      return 'not stored here. What Stripe could not deliver, npm run reconcile fetches'
    default:
      return replayed satisfies never
  }
}
