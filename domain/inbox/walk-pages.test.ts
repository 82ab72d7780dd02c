import assert from 'node:assert/strict'
import { test } from 'node:test'
import { walkPages } from './walk-pages.ts'

for (const length of [0, 1, 99, 100, 101, 200, 250]) {
  test(`Of a list of ${length}, all come once, also when half of them leave it on the way`, async () => {
    const listed = new Set(Array.from({ length }, (_, place) => place))
    const walked: number[] = []

    for await (const place of walkPages<number>(async ({ after, limit }) =>
      [...listed].filter((one) => one > (after ?? -1)).slice(0, limit),
    )) {
      walked.push(place)
      if (place % 2 === 0) listed.delete(place)
    }

    assert.deepEqual(
      walked,
      Array.from({ length }, (_, place) => place),
    )
  })
}
