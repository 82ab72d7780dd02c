import assert from 'node:assert/strict'
import { test } from 'node:test'
import { secretsIn } from './find-secrets.ts'

for (const text of [
  'const a="sk_test_0123456789"',
  'rk_live_0123456789',
  '{\\"key\\":\\"sk_live_x\\"}',
  'secret=whsec_0123',
  'smtp://canary-user:x@y',
])
  test(`In ${text} there is a secret, and it is told where`, () => {
    const [found, ...more] = secretsIn('page', text)

    assert.match(found ?? '', /^page: /)
    assert.deepEqual(more, [])
  })

for (const text of [
  'pk_test_0123456789',
  'task_test_run',
  'a risk_live_b',
  'whsec',
  'sk_',
  'STRIPE_SECRET_KEY',
])
  test(`In ${text} there is none`, () => {
    assert.deepEqual(secretsIn('page', text), [])
  })
