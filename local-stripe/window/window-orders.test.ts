import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sessionParams } from '../testing/local-stripe-for-test.ts'
import { payWithCard } from '../testing/pay.ts'
import { eventually, receiveWebhooks } from '../testing/webhook-receiver.ts'
import { windowForTest } from './window-for-test.ts'

const completed = 'checkout.session.completed' as const

function failFirst(n: number): number {
  return n === 1 ? 500 : 200
}

test('An event tells of every attempt at every endpoint, and can be sent again to one of them.', async (t) => {
  const { stripe, look, press } = await windowForTest(t)
  const shop = await receiveWebhooks(t, stripe, { events: [completed], answer: failFirst })
  await payWithCard(await stripe.checkout.sessions.create(sessionParams()))
  const [event] = (await stripe.events.list({ type: completed })).data
  const path = `/_local/window/events/${event?.id}`
  const { page } = await look(path)
  assert.match(page, /waiting/)
  assert.match(page, />500</)
  assert.ok(page.includes(`Send again to ${shop.url}`))
  const fields = { event: event?.id ?? '', endpoint: shop.endpoint.id, back: path }
  const pressed = await press('resend', fields)
  assert.deepEqual([pressed.status, pressed.location], [303, path])
  await shop.event(completed)
  await eventually(
    async () => (/delivered/.test((await look(path)).page) ? true : undefined),
    'second delivery',
  )
})

test('The buttons move the clock, hold webhooks and end faults, and lead back.', async (t) => {
  const { stripe, press, control } = await windowForTest(t)
  const { id, expires_at } = await stripe.checkout.sessions.create(sessionParams())
  const before = (await control('GET', '/clock')).body.now
  await press('advance', { seconds: '3600', back: '/' })
  assert.ok((await control('GET', '/clock')).body.now >= before + 3600)
  await press('advance-to-next', { back: '/' })
  assert.ok((await control('GET', '/clock')).body.now >= expires_at)
  assert.equal((await stripe.checkout.sessions.retrieve(id)).status, 'expired')
  await press('hold', { held: 'true', back: '/' })
  assert.equal((await control('GET', '/webhooks')).body.held, true)
  await control('POST', '/faults', { fault: '500' })
  await control('POST', '/webhooks/faults', { fault: 'drop' })
  const { location } = await press('clear-faults', { back: '//elsewhere.test' })
  assert.equal(location, '/')
  assert.deepEqual((await control('GET', '/faults')).body.faults, [])
  assert.deepEqual((await control('GET', '/webhooks/faults')).body.faults, [])
})

test('Pages of other sites may change nothing and see nothing live.', async (t) => {
  const { url, press, control } = await windowForTest(t)
  const before = (await control('GET', '/clock')).body.now
  for (const headers of [
    { Origin: 'https://elsewhere.test', 'Sec-Fetch-Site': 'cross-site' },
    { Origin: 'http://127.0.0.1:3000', 'Sec-Fetch-Site': 'same-site' },
    { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' },
  ]) {
    assert.equal((await press('advance', { seconds: '86400' }, headers)).status, 403)
    assert.equal((await fetch(`${url}/_local/window/live`, { headers })).status, 403)
  }
  assert.ok((await control('GET', '/clock')).body.now < before + 3600)
})

test('What is not there, and orders that make no sense, are told plainly.', async (t) => {
  const { look, press, url } = await windowForTest(t)
  for (const path of [
    '/_local/window/nothing',
    '/_local/window/objects/%',
    '/_local/window/events/prod_1',
    '/_local/window/requests/req_1',
    '/_local/window/find?id=x',
  ]) {
    assert.equal((await look(path)).status, 404, path)
  }
  for (const path of ['/_local/window/events?before=x', '/_local/window/objects?kind=x&before=-1']) {
    assert.equal((await look(path)).status, 200, path)
  }
  assert.equal((await press('advance', { seconds: 'many' })).status, 400)
  assert.equal((await press('advance-to-next', {})).status, 400)
  assert.equal((await press('resend', { event: 'evt_1', endpoint: 'we_1' })).status, 400)
  assert.equal((await press('explode', {})).status, 404)
  assert.equal((await fetch(url, { method: 'DELETE' })).status, 405)
})
