import '#stripe/test-stripe'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aRequestTo } from '../_lib/test-requests.ts'
import { addressHeader } from './address-header.ts'
import { secondsToWait } from './seconds-to-wait.ts'

test('Somebody who asks too often is told in whole seconds when to come back, and is served then', () => {
  const headers = new Headers({ [addressHeader]: '203.0.113.9' })
  while (secondsToWait('checkout', headers, 0) === 0);

  assert.equal(secondsToWait('checkout', headers, 0), 2)
  assert.equal(secondsToWait('checkout', headers, 1_000), 1)
  assert.equal(secondsToWait('checkout', headers, 2_000), 0)
})

test('A shopper is known by the cookie, at whatever address', () => {
  for (let each = 0; each < 30; each += 1)
    assert.equal(secondsToWait('checkout', from(`10.0.0.${each}`), 1e7), 0)

  assert.ok(secondsToWait('checkout', from('10.0.1.1'), 1e7) > 0)
})

test('X-Forwarded-For makes nobody somebody else', () => {
  const times = Array.from({ length: 200 }, (_, each) =>
    secondsToWait(
      'look',
      new Headers({ [addressHeader]: '203.0.113.8', 'X-Forwarded-For': `10.0.0.${each}` }),
      0,
    ),
  )

  assert.equal(times.filter((wait) => wait === 0).length, 60)
})

function from(address: string): Headers {
  return aRequestTo('/', { cookies: { shopper: 'a'.repeat(22) }, headers: { [addressHeader]: address } })
    .headers
}
