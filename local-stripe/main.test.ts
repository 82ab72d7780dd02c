import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { sdkFor, sessionParams } from './testing/local-stripe-for-test.ts'
import { payWithCard } from './testing/pay.ts'
import { receiveWebhooks } from './testing/webhook-receiver.ts'

const main = new URL('main.ts', import.meta.url).pathname

function start(t: TestContext, env: Record<string, string>): { process: ChildProcess; said: () => string } {
  const { STRIPE_SECRET_KEY: _key, ...inherited } = process.env
  const child = spawn(process.execPath, [main], { env: { ...inherited, LOCAL_STRIPE_PORT: '0', ...env } })
  t.after(() => void child.kill('SIGKILL'))
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return { process: child, said: () => said }
}

async function ready(running: ReturnType<typeof start>): Promise<string> {
  while (!running.said().includes('\n')) await once(running.process.stdout ?? running.process, 'data')
  return /http:\/\/127\.0\.0\.1:\d+/.exec(running.said())?.[0] ?? ''
}

function temporaryFile(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'local-stripe-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'state', 'local-stripe.db')
}

async function advance(url: string, seconds: number): Promise<void> {
  await fetch(`${url}/_local/clock/advance`, { method: 'POST', body: JSON.stringify({ seconds }) })
}

test('It says one line when it is ready, and nothing else, and ends cleanly.', async (t) => {
  const running = start(t, { LOCAL_STRIPE_DATA: ':memory:' })
  const url = await ready(running)
  assert.equal(running.said(), `Local Stripe is ready on ${url}\n`)
  assert.deepEqual(await (await fetch(`${url}/_local/health`)).json(), { ok: true })
  running.process.kill('SIGTERM')
  assert.deepEqual(await once(running.process, 'exit'), [0, null])
})

test('It does not start beside a live key.', async (t) => {
  const running = start(t, { LOCAL_STRIPE_DATA: ':memory:', STRIPE_SECRET_KEY: 'sk_live_abcdefghijkl' })
  assert.deepEqual(await once(running.process, 'exit'), [1, null])
  assert.match(running.said(), /live key/)
})

test('Nothing is lost when it is killed: objects, idempotency keys, and webhooks not yet taken.', async (t) => {
  const LOCAL_STRIPE_DATA = temporaryFile(t)
  const before = start(t, { LOCAL_STRIPE_DATA })
  const first = sdkFor(await ready(before))
  const shop = await receiveWebhooks(t, first, {
    events: ['checkout.session.completed'],
    answer: (n) => (n === 1 ? 500 : 200),
  })
  const session = await first.checkout.sessions.create(sessionParams(), { idempotencyKey: 'order-1' })
  await payWithCard(session)
  before.process.kill('SIGKILL')
  await once(before.process, 'exit')
  const url = await ready(start(t, { LOCAL_STRIPE_DATA }))
  const second = sdkFor(url)
  const replayed = await second.checkout.sessions.create(sessionParams(), { idempotencyKey: 'order-1' })
  assert.equal(replayed.id, session.id)
  assert.equal((await second.checkout.sessions.retrieve(session.id)).payment_status, 'paid')
  await advance(url, 10)
  await shop.event('checkout.session.completed')
})

test('A session that ran out while it was down is expired when it is up again.', async (t) => {
  const LOCAL_STRIPE_DATA = temporaryFile(t)
  const before = start(t, { LOCAL_STRIPE_DATA })
  const url = await ready(before)
  const { id } = await sdkFor(url).checkout.sessions.create(sessionParams())
  before.process.kill('SIGTERM')
  await once(before.process, 'exit')
  const after = await ready(start(t, { LOCAL_STRIPE_DATA }))
  await advance(after, 24 * 3600 + 1)
  assert.equal((await sdkFor(after).checkout.sessions.retrieve(id)).status, 'expired')
})
