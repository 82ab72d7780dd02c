import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { rateLimit } from './rate-limit.ts'

const rate = { burst: 3, perMinute: 60 }

test('So many come at once, and after them one for each second that has passed', () => {
  const { take } = rateLimit(rate)

  assert.deepEqual(
    [1, 2, 3, 4].map(() => take('a', 5_000)),
    [0, 0, 0, 1_000],
  )
  assert.equal(take('a', 5_400), 600)
  assert.equal(take('a', 6_000), 0)
  assert.equal(take('a', 6_000), 1_000)
  assert.deepEqual(
    [1, 2, 3].map(() => take('a', 8_000)),
    [0, 0, 1_000],
  )
})

test('Whoever is refused loses nothing by asking again', () => {
  const { take } = rateLimit(rate)
  for (const at of [0, 0, 0]) take('a', at)

  for (let at = 0; at < 1_000; at += 1) assert.equal(take('a', at), 1_000 - at)

  assert.equal(take('a', 1_000), 0)
})

test('Nobody saves up more than the burst', () => {
  const { take } = rateLimit(rate)
  take('a', 0)

  assert.deepEqual(
    [1, 2, 3, 4].map(() => take('a', 1e9)),
    [0, 0, 0, 1_000],
  )
})

test('What costs several tokens takes them all or none', () => {
  const { take } = rateLimit({ burst: 300, perMinute: 60 })

  assert.equal(take('a', 0, { cost: 299 }), 0)
  assert.equal(take('a', 0, { cost: 2 }), 1_000)
  assert.equal(take('a', 0, { cost: 1 }), 0)
  assert.equal(take('a', 98_999, { cost: 99 }), 1)
  assert.equal(take('a', 99_000, { cost: 99 }), 0)
})

test('What costs more than the burst is never served, however long somebody waits', () => {
  const { take } = rateLimit(rate)

  for (const at of [0, 1e6, 1e9]) assert.ok(take('a', at, { cost: 4 }) > 0)
  assert.equal(take('a', 1e9, { cost: 3 }), 0)
})

test('One who asks too often takes nothing from another', () => {
  const { take } = rateLimit(rate)
  for (let times = 0; times < 1_000; times += 1) take('a', 0)

  assert.equal(take('b', 0), 0)
})

test('Of more keys than are kept, the longest silent is forgotten first', () => {
  const { take, keys } = rateLimit({ burst: 1, perMinute: 1 }, 2)
  take('a', 0)
  take('b', 0)
  take('a', 1)
  take('c', 2)

  assert.equal(keys(), 2)
  assert.ok(take('a', 3) > 0)
  assert.equal(take('b', 3), 0)
})

test('A million keys take at most 8 MB, and each is still limited while it asks', () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const { take, keys } = rateLimit(rate)
  collect()
  const before = process.memoryUsage().heapUsed
  for (let key = 0; key < 1_000_000; key += 1) take(`2001:db8:${key >> 16}:${key & 65_535}::/64`, key / 1_000)
  collect()

  const megabytes = (process.memoryUsage().heapUsed - before) / 1_048_576
  assert.ok(megabytes < 8, `${megabytes} MB`)
  assert.ok(keys() <= 20_000)
})
