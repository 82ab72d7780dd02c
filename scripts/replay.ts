// Applies stored events again, by hand: those named by their ids, or all that are parked or pending. Makes messages to
// shoppers that were given up due again.
import { parseArgs } from 'node:util'
import { type Replayed, replayEvent } from '../domain/inbox/replay-event.ts'
import { listEventsIn } from '../domain/inbox/replay-store.ts'
import { releaseParkedMail } from '../domain/mail/outbox-store.ts'
import { closeDatabase, transaction } from '../prisma/client.ts'

const usage = `npm run replay -- evt_…      applies stored events again, whatever became of them
npm run replay -- --parked   all that failed too often
npm run replay -- --pending  all that wait for their next try
npm run replay -- --mail     makes all messages to shoppers that were given up due again: the shop sends them`

const { positionals, values } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: { parked: { type: 'boolean' }, pending: { type: 'boolean' }, mail: { type: 'boolean' } },
})
const { parked = false, pending = false, mail = false, ...unknown } = values

const wantsEvents = positionals.length > 0 || parked || pending

if (Object.keys(unknown).length > 0 || !(wantsEvents || mail)) {
  console.error(usage)
  process.exitCode = 1
} else {
  if (wantsEvents) await replayEvents()
  if (mail) await releaseMail()
  await closeDatabase()
}

async function replayEvents(): Promise<void> {
  const ids = [
    ...positionals,
    ...(parked ? await listEventsIn('parked') : []),
    ...(pending ? await listEventsIn('pending') : []),
  ]
  if (ids.length === 0) console.log('There is no such event.')
  for (const id of ids) await replay(id)
}

async function releaseMail(): Promise<void> {
  const released = await transaction((tx) => releaseParkedMail(tx, new Date()))
  if (released === 0) console.log('No message was given up.')
  else if (released === 1)
    console.log('1 message is due again. The shop sends it within seconds, if it is running.')
  else
    console.log(`${released} messages are due again. The shop sends them within seconds, if it is running.`)
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
