import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { connect, dial, openCliSession, type CliFrame } from '../testing/cli-listener.ts'
import { localStripeForTest, sessionParams, testKey, type Setup } from '../testing/local-stripe-for-test.ts'
import { payWithCard } from '../testing/pay.ts'
import { eventually } from '../testing/webhook-receiver.ts'

function isCompleted(frame: CliFrame): boolean {
  return frame.endpoint.api_version === null && frame.event_payload.includes('"checkout.session.completed"')
}

function nameOf(frame: CliFrame): string {
  return frame.webhook_id
}

test('A listener gets every event, signed with the secret it was told.', async (t) => {
  const setup = await localStripeForTest(t)
  const session = await openCliSession(setup)
  const { frames } = await connect(t, session)
  await payWithCard(await setup.stripe.checkout.sessions.create(sessionParams()))
  const frame = await eventually(() => frames.find(isCompleted), 'completed event')
  assert.equal(frame.type, 'webhook_event')
  const signature = frame.http_headers['Stripe-Signature'] ?? ''
  const event = setup.stripe.webhooks.constructEvent(frame.event_payload, signature, session.secret)
  assert.equal(event.type, 'checkout.session.completed')
})

test('Each event comes for the account’s version and for the latest, also to several listeners.', async (t) => {
  const setup = await localStripeForTest(t)
  const both = [await connect(t, await openCliSession(setup)), await connect(t, await openCliSession(setup))]
  await setup.stripe.products.create({ name: 'Mug' })
  for (const { frames } of both) {
    await eventually(() => frames[1], 'second frame')
    const versions = frames.map((frame) => frame.endpoint.api_version)
    assert.deepEqual(versions, [null, '2026-10-28.endive'])
  }
})

test('An event that a refused request took back is never sent.', async (t) => {
  const setup = await localStripeForTest(t)
  const { frames } = await connect(t, await openCliSession(setup))
  const refused = await setup.call('POST', '/v1/products', { body: 'name=Mug&expand[]=nothing' })
  assert.equal(refused.status, 400)
  const product = await setup.stripe.products.create({ name: 'Cup' })
  await eventually(() => frames[1], 'second frame')
  assert.ok(frames.every((frame) => frame.event_payload.includes(product.id)))
})

test('The secret belongs to the key, so that it is the same after a restart.', async (t) => {
  const [first, second] = [await localStripeForTest(t), await localStripeForTest(t)]
  const secrets = [await openCliSession(first), await openCliSession(second)].map((session) => session.secret)
  assert.equal(secrets[0], secrets[1])
  const other = { Authorization: `Bearer ${testKey}2` }
  const { body } = await first.call('POST', '/v1/stripecli/sessions', { headers: other })
  assert.notEqual(body.secret, secrets[0])
})

test('What came while nobody was connected comes at once, what was not acknowledged once more.', async (t) => {
  const setup = await localStripeForTest(t)
  const session = await openCliSession(setup)
  const deaf = await connect(t, session, () => false)
  const mug = await setup.stripe.products.create({ name: 'Mug' })
  await eventually(() => deaf.frames[1], 'second frame')
  deaf.socket.close(1000)
  await once(deaf.socket, 'close')
  const cup = await setup.stripe.products.create({ name: 'Cup' })
  const back = await connect(t, session)
  await eventually(() => back.frames[3], 'fourth frame')
  const told = back.frames.map((frame) => JSON.parse(frame.event_payload).data.object.id)
  assert.deepEqual(told, [cup.id, cup.id, mug.id, mug.id])
  assert.deepEqual(back.frames.slice(2).map(nameOf), deaf.frames.map(nameOf))
})

test('A second socket under an id takes the place of the first.', async (t) => {
  const setup = await localStripeForTest(t)
  const session = await openCliSession(setup)
  const first = await connect(t, session)
  const second = await connect(t, session)
  const [code] = await once(first.socket, 'close')
  assert.equal(code, 1001)
  await setup.stripe.products.create({ name: 'Mug' })
  await eventually(() => second.frames[1], 'second frame')
  assert.equal(first.frames.length, 0)
})

async function refusal(
  t: Parameters<typeof dial>[0],
  ...dialing: Parameters<typeof dial> extends [unknown, ...infer R] ? R : never
) {
  const socket = dial(t, ...dialing)
  socket.on('error', () => undefined)
  return new Promise<[number, string]>((resolve) => {
    socket.on('unexpected-response', (_request, answer) => {
      answer.on('data', (data: Buffer) =>
        resolve([answer.statusCode ?? 0, JSON.parse(String(data)).error.message]),
      )
    })
  })
}

test('An id that nobody knows is refused with the sentence that makes the CLI begin anew.', async (t) => {
  const session = await openCliSession(await localStripeForTest(t))
  const unknown = { ...session, websocket_id: 'cliws_unknown' }
  assert.deepEqual(await refusal(t, unknown), [401, 'Unknown WebSocket ID.'])
})

test('Another feature, another path and another host than the session’s are refused.', async (t) => {
  const session = await openCliSession(await localStripeForTest(t))
  const [feature] = await refusal(t, { ...session, websocket_authorized_feature: 'request_logs' })
  const [path] = await refusal(t, {
    ...session,
    websocket_url: session.websocket_url.replace('subscribe', 'x'),
  })
  const [host] = await refusal(t, session, { Host: 'rebound.test' })
  assert.deepEqual([feature, path, host], [400, 404, 403])
})

test('A feature that the CLI has not got, filters that are none and a list that is too long are refused.', async (t) => {
  const { call } = await localStripeForTest(t)
  for (const body of [
    'websocket_features[]=payments',
    'filters=nothing',
    'filters={"filter_mood":["good"]}',
    'filters={"filter_source":"API"}',
  ]) {
    const answer = await call('POST', '/v1/stripecli/sessions', { body })
    assert.equal(answer.status, 400, body)
  }
})

async function saying(
  t: Parameters<typeof dial>[0],
  setup: Setup,
  message: string | Buffer,
): Promise<number> {
  const { socket } = await connect(t, await openCliSession(setup))
  socket.send(message)
  const [code] = await once(socket, 'close')
  return code
}

test('Whoever says what the CLI does not say is hung up on; the others go on.', async (t) => {
  const setup = await localStripeForTest(t)
  const { frames } = await connect(t, await openCliSession(setup))
  assert.equal(await saying(t, setup, 'hello'), 1008)
  assert.equal(await saying(t, setup, '{"type":"webhook_event"}'), 1008)
  assert.equal(await saying(t, setup, '{"type":"event_ack"}'), 1008)
  assert.equal(await saying(t, setup, Buffer.from([0, 1, 2])), 1008)
  assert.equal(await saying(t, setup, `{"type":"event_ack","webhook_id":"${'x'.repeat(2_000_000)}"}`), 1009)
  await setup.stripe.products.create({ name: 'Mug' })
  await eventually(() => frames[1], 'second frame')
})

test('After a restart a listener goes on under its id and gets what it has missed, once.', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'local-stripe-'))
  t.after(() => rm(folder, { recursive: true }))
  const data = join(folder, 'data.db')
  const first = await localStripeForTest(t, { data })
  const session = await openCliSession(first)
  const before = await connect(t, session)
  await first.stripe.products.create({ name: 'Mug' })
  await eventually(() => before.frames[1], 'second frame')
  await first.stripe.products.list()
  before.socket.close(1000)
  await once(before.socket, 'close')
  const missed = await first.stripe.products.create({ name: 'Cup' })
  await first.close()
  const second = await localStripeForTest(t, { data })
  const later = await second.stripe.products.create({ name: 'Jug' })
  const websocket_url = session.websocket_url.replace(new URL(first.url).host, new URL(second.url).host)
  const { frames } = await connect(t, { ...session, websocket_url })
  await eventually(() => frames[3], 'fourth frame')
  const told = frames.map((frame) => JSON.parse(frame.event_payload).data.object.id)
  assert.deepEqual(told, [missed.id, missed.id, later.id, later.id])
})
