import assert from 'node:assert/strict'
import { test } from 'node:test'
import { randomOf } from './random.ts'

const first = (seed: number) => Array.from({ length: 5 }, randomOf(seed).next)

test('The same seed makes the same choices, another seed others', () => {
  assert.deepEqual(first(7), first(7))
  assert.notDeepEqual(first(7), first(8))
})

test('A generator of its own is not moved by what is drawn beside it', () => {
  const [one, other] = [randomOf(7), randomOf(7)]
  other.next()

  assert.equal(one.fork('a').next(), other.fork('a').next())
  assert.notEqual(one.fork('a').next(), one.fork('b').next())
})

test('Shuffling keeps every member once, and leaves the list as it is', () => {
  const list = [1, 2, 3, 4, 5, 6, 7, 8]

  const shuffled = randomOf(3).shuffle(list)

  assert.deepEqual(
    shuffled.toSorted((a, b) => a - b),
    list,
  )
  assert.notDeepEqual(shuffled, list)
  assert.deepEqual(list, [1, 2, 3, 4, 5, 6, 7, 8])
})

test('Both ends of a range are drawn, and nothing beyond them', () => {
  const random = randomOf(1)
  const drawn = new Set(Array.from({ length: 200 }, () => random.integer(2, 4)))

  assert.deepEqual(
    [...drawn].toSorted((a, b) => a - b),
    [2, 3, 4],
  )
})

test('Nothing can be picked from nothing', () => {
  assert.throws(() => randomOf(1).pick([]), /Nothing to pick from/)
})
