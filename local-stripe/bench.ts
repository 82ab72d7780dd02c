// How fast Local Stripe is, beside a bare node:http server that is asked the same and does nothing: `node bench.ts`.
// The servers are processes of one thread, so each has one core at most; the bench itself asks from another.
import { receive } from './bench/receive.ts'
import { post, sendMany } from './bench/send-many.ts'
import { startBare, startMain, type Started } from './bench/start-process.ts'

const warmUp = 500
const sessions = 5000
const events = 5000
const starts = 7
const connections = 8

const session = new URLSearchParams({
  mode: 'payment',
  success_url: 'https://shop.test/success?session_id={CHECKOUT_SESSION_ID}',
  'line_items[0][quantity]': '1',
  'line_items[0][price_data][currency]': 'usd',
  'line_items[0][price_data][unit_amount]': '1250',
  'line_items[0][price_data][product_data][name]': 'Mug',
}).toString()

const startup = [await medianStart(startMain), await medianStart(startBare)]
const made = await measureSessions()
const delivered = await measureEvents()

const lines = [
  ['', 'Local Stripe', 'bare node:http'],
  ['start to the ready line', `${startup[0]} ms`, `${startup[1]} ms`],
  ['sessions created', perSecond(made.ours), perSecond(made.bare)],
  ['events delivered', perSecond(delivered.ours), perSecond(delivered.bare)],
  ['memory per 10,000 objects', `${made.megabytes} MB`, ''],
]
for (const [what = '', ours = '', bare = ''] of lines) {
  console.log(`${what.padEnd(28)}${ours.padStart(16)}${bare.padStart(16)}`)
}

/** Half of the starts are quicker; the first of all, which compiles, is left out. */
async function medianStart(start: () => Promise<Started>): Promise<number> {
  const took: number[] = []
  for (let n = 0; n <= starts; n += 1) {
    const started = await start()
    took.push(started.took)
    await started.stop()
  }
  const sorted = took.slice(1).toSorted((a, b) => a - b)
  return Math.round(sorted[Math.floor(starts / 2)] ?? 0)
}

async function measureSessions() {
  const stripe = await startMain()
  const url = `${stripe.url}/v1/checkout/sessions`
  await sendMany({ url, body: session, count: warmUp, connections })
  const before = stripe.memory()
  const ours = await sendMany({ url, body: session, count: sessions, connections })
  const grown = stripe.memory() - before
  const objects = (await countObjects(stripe)) * (sessions / (warmUp + sessions))
  const answer = await post(url, session)
  await stripe.stop()
  const peer = await startBare(answer)
  await sendMany({ url: peer.url, body: session, count: warmUp, connections })
  const bare = await sendMany({ url: peer.url, body: session, count: sessions, connections })
  await peer.stop()
  return { ours, bare, megabytes: Math.round(((grown / objects) * 10_000) / 1e6) }
}

/** Webhooks of held events are let go together; the peer posts the same payload as often, as many at once. */
async function measureEvents() {
  const receiver = await receive()
  const stripe = await startMain()
  const endpoint = new URLSearchParams({ url: receiver.url, 'enabled_events[]': 'product.created' })
  await post(`${stripe.url}/v1/webhook_endpoints`, endpoint.toString())
  await post(`${stripe.url}/_local/webhooks/hold`, '{"held":true}')
  await sendMany({ url: `${stripe.url}/v1/products`, body: 'name=Mug', count: events, connections })
  const begun = performance.now()
  await post(`${stripe.url}/_local/webhooks/hold`, '{"held":false}')
  const payload = await receiver.had(events)
  const ours = events / ((performance.now() - begun) / 1000)
  await stripe.stop()
  const bare = await sendMany({ url: receiver.url, body: payload, count: events, connections: 20 })
  receiver.close()
  return { ours, bare }
}

async function countObjects({ url }: Started): Promise<number> {
  const page = (await (await fetch(`${url}/_local/snapshot`)).json()) as {
    tables: { objects: { rows: unknown[] } }
  }
  return page.tables.objects.rows.length
}

function perSecond(number: number): string {
  return `${Math.round(number).toLocaleString('en')}/s`
}
