import '#stripe/test-stripe'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aRequestTo } from '../_lib/requests/test-requests.ts'
import { addressHeader } from './address-header.ts'
import { secondsToWait } from './seconds-to-wait.ts'

test('Somebody who asks too often is told in whole seconds when to come back, and is served then', () => {
  const headers = new Headers({ [addressHeader]: '203.0.113.9' })
  while (secondsToWait('checkout', headers, { now: 0 }) === 0);

  assert.equal(secondsToWait('checkout', headers, { now: 0 }), 2)
  assert.equal(secondsToWait('checkout', headers, { now: 1_000 }), 1)
  assert.equal(secondsToWait('checkout', headers, { now: 2_000 }), 0)
})

test('A shopper is known by the cookie, at whatever address', () => {
  for (let each = 0; each < 30; each += 1)
    assert.equal(secondsToWait('checkout', from(`10.0.0.${each}`), { now: 1e7 }), 0)

  assert.ok(secondsToWait('checkout', from('10.0.1.1'), { now: 1e7 }) > 0)
})

test('Units are counted, not requests: who asks for too many waits for as many as are missing', () => {
  const headers = new Headers({ [addressHeader]: '203.0.113.7' })
  for (const cost of [99, 99, 99]) assert.equal(secondsToWait('hold', headers, { cost, now: 0 }), 0)

  assert.equal(secondsToWait('hold', headers, { cost: 99, now: 0 }), 96 * 3)
  assert.equal(secondsToWait('hold', headers, { cost: 3, now: 0 }), 0)
})

test('X-Forwarded-For makes nobody somebody else', () => {
  const times = Array.from({ length: 200 }, (_, each) =>
    secondsToWait(
      'look',
      new Headers({ [addressHeader]: '203.0.113.8', 'X-Forwarded-For': `10.0.0.${each}` }),
      { now: 0 },
    ),
  )

  assert.equal(times.filter((wait) => wait === 0).length, 60)
})

function from(address: string): Headers {
  return aRequestTo('/', { cookies: { shopper: 'a'.repeat(22) }, headers: { [addressHeader]: address } })
    .headers
}
