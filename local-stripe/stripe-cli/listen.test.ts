import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test, type TestContext } from 'node:test'
import { WebSocket } from 'ws'
import { localStripeForTest, sessionParams, testKey, type Setup } from '../testing/local-stripe-for-test.ts'
import { payWithCard } from '../testing/pay.ts'
import { eventually } from '../testing/webhook-receiver.ts'

type Frame = {
  type: string
  endpoint: { api_version: string | null }
  event_payload: string
  http_headers: Record<string, string>
  webhook_conversation_id: string
  webhook_id: string
}
type Listening = {
  secret: string
  websocket_id: string
  websocket_url: string
  websocket_authorized_feature: string
}

async function register(setup: Setup): Promise<Listening> {
  const body = 'device_name=laptop&websocket_features[]=webhooks&forward_to_url=localhost:3000/webhooks'
  return (await setup.call('POST', '/v1/stripecli/sessions', { body })).body
}

function isCompleted(frame: Frame): boolean {
  return frame.endpoint.api_version === null && frame.event_payload.includes('"checkout.session.completed"')
}

function listen(t: TestContext, session: Listening, acknowledge: boolean) {
  const url = `${session.websocket_url}?websocket_feature=${session.websocket_authorized_feature}`
  const socket = new WebSocket(url, 'stripecli-devproxy-v1', {
    headers: { 'Websocket-Id': session.websocket_id },
  })
  t.after(() => socket.terminate())
  const frames: Frame[] = []
  socket.on('message', (data) => {
    const frame: Frame = JSON.parse(Buffer.isBuffer(data) ? data.toString('utf8') : '')
    frames.push(frame)
    const { webhook_conversation_id, webhook_id } = frame
    const ack = { type: 'event_ack', event_id: '', webhook_conversation_id, webhook_id }
    if (acknowledge) socket.send(`${JSON.stringify(ack)}\n`)
  })
  return { socket, frames, open: new Promise((resolve) => void socket.once('open', resolve)) }
}

test('A listener gets every event, signed with the secret it was told.', async (t) => {
  const setup = await localStripeForTest(t)
  const session = await register(setup)
  const { frames, open } = listen(t, session, true)
  await open
  await payWithCard(await setup.stripe.checkout.sessions.create(sessionParams()))
  const frame = await eventually(() => frames.find(isCompleted), 'completed event')
  assert.equal(frame.type, 'webhook_event')
  const signature = frame.http_headers['Stripe-Signature'] ?? ''
  const event = setup.stripe.webhooks.constructEvent(frame.event_payload, signature, session.secret)
  assert.equal(event.type, 'checkout.session.completed')
})

test('Each event comes for the account’s version and for the latest.', async (t) => {
  const setup = await localStripeForTest(t)
  const { frames, open } = listen(t, await register(setup), true)
  await open
  await setup.stripe.products.create({ name: 'Mug' })
  await eventually(() => (frames.length === 2 ? true : undefined), 'second frame')
  assert.deepEqual(
    frames.map((frame) => frame.endpoint.api_version),
    [null, '2026-10-28.endive'],
  )
})

test('The secret belongs to the key, so that it is the same after a restart.', async (t) => {
  const [first, second] = [await localStripeForTest(t), await localStripeForTest(t)]
  const secrets = [await register(first), await register(second)].map((session) => session.secret)
  assert.equal(secrets[0], secrets[1])
  const other = { Authorization: `Bearer ${testKey}2` }
  const { body } = await first.call('POST', '/v1/stripecli/sessions', { headers: other })
  assert.notEqual(body.secret, secrets[0])
})

test('What was not acknowledged comes again when the listener is back.', async (t) => {
  const setup = await localStripeForTest(t)
  const session = await register(setup)
  const deaf = listen(t, session, false)
  await deaf.open
  await setup.stripe.products.create({ name: 'Mug' })
  await eventually(() => (deaf.frames.length === 2 ? true : undefined), 'second frame')
  deaf.socket.close(1000)
  await setup.stripe.products.create({ name: 'Cup' })
  const back = listen(t, session, true)
  await eventually(() => (back.frames.length === 4 ? true : undefined), 'fourth frame')
  assert.deepEqual(
    back.frames.slice(0, 2).map((frame) => frame.webhook_id),
    deaf.frames.map((frame) => frame.webhook_id),
  )
})

test('An id that nobody knows is refused with the sentence that makes the CLI begin anew.', async (t) => {
  const setup = await localStripeForTest(t)
  const session = await register(setup)
  const { socket } = listen(t, { ...session, websocket_id: 'cliws_unknown' }, true)
  socket.on('error', () => undefined)
  const [status, body] = await new Promise<[number, string]>((resolve) => {
    socket.on('unexpected-response', (_request, answer) => {
      answer.on('data', (data: Buffer) => resolve([answer.statusCode ?? 0, data.toString('utf8')]))
    })
  })
  assert.deepEqual([status, JSON.parse(body)], [401, { error: { message: 'Unknown WebSocket ID.' } }])
})

test('The CLI’s other features are honestly refused.', async (t) => {
  const { call } = await localStripeForTest(t)
  const answer = await call('POST', '/v1/stripecli/sessions', { body: 'websocket_features[]=request_logs' })
  assert.equal(answer.status, 501)
})

test('A socket that asks for another name than this machine’s own is refused.', async (t) => {
  const setup = await localStripeForTest(t)
  const { websocket_url, websocket_id } = await register(setup)
  const headers = { 'Websocket-Id': websocket_id, Host: 'rebound.test' }
  const socket = new WebSocket(websocket_url, 'stripecli-devproxy-v1', { headers })
  const [error] = await once(socket, 'error')
  assert.match(String(error), /401/)
})
