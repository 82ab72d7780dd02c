import assert from 'node:assert/strict'
import { test } from 'node:test'
import { streamPlaces } from './stream-places.ts'

test('One address has so many places and no more, and leaves others theirs', () => {
  const { take, taken } = streamPlaces({ perAddress: 2, together: 10 })
  const [first] = [take('a'), take('a')]

  assert.equal(take('a'), null)
  assert.ok(take('b'))
  first?.()
  assert.ok(take('a'))
  assert.equal(taken(), 3)
})

test('All together have so many, and who is refused takes none', () => {
  const { take, taken } = streamPlaces({ perAddress: 2, together: 3 })
  const leaves = ['a', 'b', 'c'].map((address) => take(address))

  for (let time = 0; time < 100; time += 1) assert.equal(take(`address ${time}`), null)
  assert.equal(taken(), 3)
  for (const leave of leaves) leave?.()
  assert.equal(taken(), 0)
})

test('A place that is left twice is left once', () => {
  const { take, taken } = streamPlaces({ perAddress: 2, together: 3 })
  const leave = take(null)
  take(null)

  leave?.()
  leave?.()

  assert.equal(taken(), 1)
})
