import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isSameSecret } from './same-secret.ts'

test('Only the very same secret is the same, however long the other is', () => {
  const secret = 'a-token_of-22-letters_'

  assert.ok(isSameSecret(secret, secret))
  for (const other of ['', 'a', `${secret}a`, secret.slice(0, -1), secret.toUpperCase(), ` ${secret}`])
    assert.equal(isSameSecret(secret, other), false)
})
