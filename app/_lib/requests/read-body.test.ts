import '#stripe/test-stripe'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readBody } from './read-body.ts'
import { aRequestTo, aStream } from './test-requests.ts'

test('A body that never ends is given up at the deadline', async () => {
  for (const letters of [[], ['a', 'b']]) {
    const stream = new ReadableStream({
      start(controller) {
        for (const letter of letters) controller.enqueue(new TextEncoder().encode(letter))
      },
    })

    const body = await readBody(aRequestTo('/', { body: stream }), 100, 20)

    assert.deepEqual(body, { ok: false, code: 'too-slow' })
  }
})

test('A body that keeps coming, one letter at a time, has one deadline for all of it', async () => {
  const stream = new ReadableStream({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve, 5))
      controller.enqueue(Uint8Array.of(97))
    },
  })

  assert.deepEqual(await readBody(aRequestTo('/', { body: stream }), 1_000, 50), {
    ok: false,
    code: 'too-slow',
  })
})

test('What is too much is told at once, and not waited for', async () => {
  const { stream, taken } = aStream(1_000, 100)

  assert.deepEqual(await readBody(aRequestTo('/', { body: stream }), 250), { ok: false, code: 'too-large' })
  assert.equal(taken(), 3)
})

test('A body whose sender goes away is an error of the connection, and no body', async () => {
  const stream = new ReadableStream({
    pull() {
      throw new Error('aborted')
    },
  })

  await assert.rejects(readBody(aRequestTo('/', { body: stream }), 100), /aborted/)
})
