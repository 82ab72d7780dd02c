import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventJson, sessionJson, sign } from './test-events.ts'
import { nextWebhookSecret, webhookSecret } from './test-stripe.ts'
import { verifyWebhookEvent } from './webhook-event.ts'

const body = eventJson('checkout.session.completed', sessionJson({ id: 'cs_test_1', name: '茶杯' }), 'evt_1')
const now = new Date()
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const stamp = Math.floor(now.getTime() / 1000)
const signature = (at = now, secret = webhookSecret) => sign(body, { at, secret }).split('v1=')[1] ?? ''

test('An event that Stripe signed is read', () => {
  const event = verifyWebhookEvent(body, sign(body), now)

  const { object, created, ...rest } = event ?? assert.fail('refused')
  assert.deepEqual(rest, { id: 'evt_1', type: 'checkout.session.completed', objectId: 'cs_test_1' })
  assert.deepEqual(object, JSON.parse(body).data.object)
  assert.ok(Math.abs(created - stamp) < 60)
})

for (const secret of [webhookSecret, nextWebhookSecret]) {
  test(`While a secret is being rolled, an event signed with ${secret} is taken`, () => {
    assert.equal(verifyWebhookEvent(body, sign(body, { secret }), now)?.id, 'evt_1')
  })
}

test('A header with the signatures of two secrets, as Stripe sends it during a roll, is taken', () => {
  const header = `t=${stamp},v1=${signature(now, 'whsec_of_yesterday_0123456789')},v1=${signature()},v0=abc`

  assert.equal(verifyWebhookEvent(body, header, now)?.id, 'evt_1')
})

for (const age of [0, 299, 300, -299, -300]) {
  test(`A stamp ${age} seconds old is taken`, () => {
    assert.equal(verifyWebhookEvent(body, sign(body, { at: inSeconds(-age) }), inSeconds(0))?.id, 'evt_1')
  })
}

const forged: Record<string, string | null> = {
  'no header': null,
  'an empty header': '',
  'a header of nonsense': '茶',
  'a stamp alone': `t=${stamp}`,
  'an empty signature': `t=${stamp},v1=`,
  'a signature without a stamp': `v1=${signature()}`,
  'a signature of the scheme before': `t=${stamp},v0=${signature()}`,
  'another secret’s signature': sign(body, { secret: 'whsec_of_somebody_else_01234' }),
  'the signature of an empty secret': sign(body, { secret: '' }),
  'the signature of another body': sign(`${body} `),
  'a stamp that was moved': `t=${stamp + 1},v1=${signature()}`,
  'a stamp 301 seconds old': sign(body, { at: inSeconds(-301) }),
  'a stamp 301 seconds ahead': sign(body, { at: inSeconds(301) }),
  'a stamp of next year': sign(body, { at: inSeconds(365 * 86_400) }),
  'a good stamp before one of next year': `t=${stamp},t=${stamp + 31_536_000},v1=${signature(inSeconds(31_536_000))}`,
  'a stamp of next year before a good one': `t=${stamp + 31_536_000},t=${stamp},v1=${signature()}`,
  'an old stamp after a good one': `t=${stamp},t=${stamp - 900},v1=${signature(inSeconds(-900))}`,
  'a stamp that is no number': `t=now,v1=${signature()}`,
  'a stamp with something behind it': `t=${stamp}abc,v1=${signature()}`,
  'an empty stamp': `t=,v1=${signature()}`,
  'a signature with one digit less': `t=${stamp},v1=${signature().slice(0, -1)}`,
  'a signature with one digit more': `t=${stamp},v1=${signature()}0`,
  'a signature with letters beyond ASCII': `t=${stamp},v1=${'é'.repeat(64)}`,
}

for (const [what, header] of Object.entries(forged)) {
  test(`An event with ${what} is refused`, () => {
    assert.equal(verifyWebhookEvent(body, header, now), null)
  })
}

test('An event of which one bit was changed is refused, whichever it is', () => {
  const header = sign(body)
  const bytes = Buffer.from(body)

  for (let place = 0; place < bytes.length; place += 7) {
    const changed = Buffer.from(bytes)
    changed[place] = (changed[place] ?? 0) ^ 1
    assert.equal(verifyWebhookEvent(changed.toString(), header, now), null)
  }
})

const signedNonsense = ['', 'null', '[]', '42', '"evt_1"', '{', '<xml/>', '{}', '{"object":"event"}']

for (const text of [
  ...signedNonsense,
  JSON.stringify({ ...JSON.parse(body), id: '' }),
  JSON.stringify({ ...JSON.parse(body), object: 'v2.core.event' }),
  JSON.stringify({ ...JSON.parse(body), data: { object: null } }),
]) {
  test(`What is well signed but no event is refused without an error: ${text.slice(0, 30)}`, () => {
    assert.equal(verifyWebhookEvent(text, sign(text), now), null)
  })
}

test('An object without an id, as in some of Stripe’s events, is taken', () => {
  const text = eventJson('balance.available', { object: 'balance' })

  assert.equal(verifyWebhookEvent(text, sign(text), now)?.objectId, null)
})

test('An object whose id is no text is taken as one without', () => {
  const text = eventJson('checkout.session.completed', { id: 5 })

  assert.equal(verifyWebhookEvent(text, sign(text), now)?.objectId, null)
})
