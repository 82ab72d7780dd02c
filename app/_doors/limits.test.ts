import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Deed, newLimits } from './limits.ts'

const buyer = { address: '198.51.100.7', shopper: 'a real buyer' }

test('A bot at one address that asks 1,000 times a minute opens no more checkouts than its share, and a buyer still buys', () => {
  const limits = newLimits()
  let opened = 0
  for (let at = 0; at < 60_000; at += 60)
    if (limits.checkout({ address: '203.0.113.9', shopper: null }, at) === 0) opened += 1

  assert.ok(opened <= 90, String(opened))
  assert.equal(limits.checkout(buyer, 60_000), 0)
})

test('A bot that invents a new shopper each time is known by its address; one that changes address, by its cookie', () => {
  const limits = newLimits()
  const byAddress = countTaken(1_000, (each) =>
    limits.checkout({ address: '203.0.113.9', shopper: `shopper ${each}` }, 0),
  )
  const byShopper = countTaken(1_000, (each) =>
    limits.checkout({ address: `address ${each}`, shopper: 'one' }, 0),
  )

  assert.deepEqual([byAddress, byShopper], [60, 30])
})

test('A thousand addresses that ask once each get what the shop can bear, and a buyer who comes back in time buys', () => {
  const limits = newLimits()

  const opened = countTaken(1_000, (each) =>
    limits.checkout({ address: `address ${each}`, shopper: null }, 0),
  )

  assert.equal(opened, 300)
  const wait = limits.checkout(buyer, 0)
  assert.ok(wait > 0 && wait <= 1_000, String(wait))
  assert.equal(limits.checkout(buyer, wait), 0)
})

test('Who is refused for what they did takes nothing of what is everybody’s', () => {
  const limits = newLimits()
  for (let each = 0; each < 100_000; each += 1) limits.checkout({ address: '203.0.113.9', shopper: null }, 0)

  assert.equal(
    countTaken(240, (each) => limits.checkout({ address: `address ${each}`, shopper: null }, 0)),
    240,
  )
})

test('Every deed has its own limit, and one takes nothing from another', () => {
  const limits = newLimits()
  const taken = (['draw', 'checkout', 'look', 'crawl', 'change'] as const satisfies Deed[]).map((deed) =>
    countTaken(10_000, () => limits[deed]({ address: 'one', shopper: null }, 0)),
  )

  assert.deepEqual(taken, [20, 60, 60, 60, 120])
})

test('One address holds no more than 300 units and 20 a minute, in however few checkouts; a buyer of 99 is served', () => {
  const limits = newLimits()
  let held = 0
  for (let at = 0; at <= 600_000; at += 1_000)
    for (const cost of [8 * 99, 99, 1])
      if (limits.hold({ address: '203.0.113.9', shopper: `shopper ${at}` }, at, { cost }) === 0) held += cost

  assert.equal(held, 300 + 10 * 20)
  assert.equal(limits.hold(buyer, 600_000, { cost: 99 }), 0)
})

test('Whoever guesses at one order’s address from one place is stopped after five, for ever, and its owner still gets to it', () => {
  const limits = newLimits()
  const [stranger, subject, day] = ['203.0.113.9', '7Q4DX-2MXPW', 24 * 3_600_000]
  let guesses = 0
  for (let at = 0; at < day; at += 10_000)
    if (limits.guess({ address: stranger, shopper: null, subject }, at) === 0) guesses += 1

  assert.ok(guesses <= 5 + 24 * 15, String(guesses))
  assert.equal(limits.guess({ ...buyer, subject }, day), 0)
  assert.equal(limits.guess({ address: stranger, shopper: null, subject: 'another' }, day), 0)
})

test('A dozen places that guess at one order’s address do not keep its owner out', () => {
  const limits = newLimits()
  const subject = '7Q4DX-2MXPW'
  let refused = 0
  for (let at = 0; at < 10 * 3_600_000; at += 10_000) {
    for (let place = 0; place < 12; place += 1)
      limits.guess({ address: `address ${place}`, shopper: null, subject }, at)
    if (at % 600_000 === 0 && limits.guess({ ...buyer, subject }, at) > 0) refused += 1
  }

  assert.equal(refused, 0)
})

test('However many places guess at one order’s address, they have sixty guesses and four a minute', () => {
  const limits = newLimits()
  let guesses = 0
  for (let each = 0; each < 10_000; each += 1)
    if (limits.guess({ address: `address ${each}`, shopper: null, subject: 'one' }, each * 720) === 0)
      guesses += 1

  assert.equal(guesses, 60 + 120 * 4 - 1)
})

test('Forgeries are limited all together: who sends them changes nothing', () => {
  const limits = newLimits()

  assert.equal(
    countTaken(10_000, (each) => limits.forgery({ address: `address ${each}`, shopper: null }, 0)),
    600,
  )
})

function countTaken(times: number, take: (each: number) => number): number {
  return Array.from({ length: times }, (_, each) => take(each)).filter((wait) => wait === 0).length
}
