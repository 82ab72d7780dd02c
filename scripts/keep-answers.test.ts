import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { keepAnswers } from './keep-answers.ts'

test('A run in which Local Stripe answered nothing proves nothing, and leaves nothing behind.', async () => {
  const before = process.env.LOCAL_STRIPE_ANSWERS
  const answers = keepAnswers()
  const folder = process.env.LOCAL_STRIPE_ANSWERS ?? ''
  assert.ok(existsSync(folder))
  await assert.rejects(answers.validate(), /0 different answers and events/)
  assert.deepEqual([existsSync(folder), process.env.LOCAL_STRIPE_ANSWERS], [false, undefined])
  if (before !== undefined) process.env.LOCAL_STRIPE_ANSWERS = before
})
