import assert from 'node:assert/strict'
import { test } from 'node:test'
import { connect, openCliSession } from '../testing/cli-listener.ts'
import { localStripeForTest } from '../testing/local-stripe-for-test.ts'
import { eventually } from '../testing/webhook-receiver.ts'

const calls = [
  ['POST', '/v1/products', 'name=Mug'],
  ['GET', '/v1/products', ''],
  ['GET', '/v1/products/prod_none', ''],
  ['POST', '/v1/products', 'colour=blue'],
  ['GET', '/v1/issuing/cards', ''],
] as const
const all = calls.map(([method, path]) => `${method} ${path}`)
const [created, listed, missing, refused, unserved] = all

const cases: [string, Record<string, string[]>, (string | undefined)[]][] = [
  ['none', {}, all],
  ['a method', { filter_http_method: ['POST'] }, [created, refused]],
  ['two methods', { filter_http_method: ['POST', 'GET'] }, all],
  ['a path', { filter_request_path: ['/v1/products'] }, [created, listed, refused]],
  ['a status code', { filter_status_code: ['400', '404'] }, [missing, refused]],
  ['a kind of status codes', { filter_status_code_type: ['400'] }, [missing, refused]],
  ['server errors', { filter_status_code_type: ['500'] }, [unserved]],
  ['success', { filter_request_status: ['SUCCEEDED'] }, [created, listed]],
  ['failure', { filter_request_status: ['FAILED'] }, [missing, refused, unserved]],
  ['the API as source', { filter_source: ['API'] }, all],
  ['the Dashboard as source', { filter_source: ['DASHBOARD'] }, []],
  ['this address', { filter_ip_address: ['127.0.0.1'] }, all],
  ['another address', { filter_ip_address: ['10.0.0.1'] }, []],
  ['two of them together', { filter_http_method: ['GET'], filter_status_code_type: ['200'] }, [listed]],
]

for (const [name, filters, expected] of cases) {
  test(`The log is filtered on this side: ${name}.`, async (t) => {
    const setup = await localStripeForTest(t)
    const everything = await connect(t, await openCliSession(setup, ['request_logs']))
    const filtered = await connect(t, await openCliSession(setup, ['request_logs'], filters))
    for (const [method, path, body] of calls) await setup.call(method, path, body === '' ? {} : { body })
    const lines = (frames: typeof filtered.frames) =>
      frames
        .map((frame) => JSON.parse(frame.event_payload))
        .filter(({ url }) => url !== '/v1/stripecli/sessions')
        .map(({ method, url }) => `${method} ${url}`)
    await eventually(() => lines(everything.frames).length === calls.length || undefined, 'whole log')
    await eventually(() => lines(filtered.frames).length >= expected.length || undefined, 'filtered log')
    assert.deepEqual(lines(filtered.frames), expected)
  })
}

test('A line of the log has the fields that the CLI reads, and of an error what may be seen.', async (t) => {
  const setup = await localStripeForTest(t)
  const filters = { filter_status_code: ['404'] }
  const { frames } = await connect(t, await openCliSession(setup, ['request_logs'], filters))
  const answer = await setup.call('GET', '/v1/products/prod_none?expand[]=default_price')
  const frame = await eventually(() => frames[0], 'line')
  assert.match(frame.request_log_id, /^resp_/)
  const { created_at, ...line } = JSON.parse(frame.event_payload)
  assert.ok(Math.abs(created_at - Date.now() / 1000) < 60)
  assert.deepEqual(line, {
    livemode: false,
    method: 'GET',
    request_id: answer.headers.get('request-id'),
    status: 404,
    url: '/v1/products/prod_none',
    error: {
      type: 'invalid_request_error',
      code: 'resource_missing',
      message: "No such product: 'prod_none'",
      param: 'id',
    },
  })
})

test('Connected accounts are not filtered by; the CLI is told to say so.', async (t) => {
  const setup = await localStripeForTest(t)
  const filtered = await openCliSession(setup, ['request_logs'], { filter_account: ['connect_in'] })
  const plain = await openCliSession(setup, ['request_logs'])
  const warned = [filtered, plain].map((session) => session.display_connect_filter_warning)
  assert.deepEqual(warned, [true, false])
})

test('Whoever follows the log alone gets no events, and counts for no pending webhook.', async (t) => {
  const setup = await localStripeForTest(t)
  const { frames } = await connect(t, await openCliSession(setup, ['request_logs']))
  await setup.stripe.products.create({ name: 'Mug' })
  await eventually(() => frames[0], 'line')
  await setup.stripe.products.list()
  await eventually(() => frames[1], 'next line')
  assert.ok(frames.every((frame) => frame.type === 'request_log_event'))
})
