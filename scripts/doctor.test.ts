import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'

test('What is printed has no part of the database’s passwords', () => {
  const root = join(import.meta.dirname, '..')
  const url =
    'postgresql://user:s3c@r3tpw@127.0.0.1:9/kiosk?sslmode=disable&sslpassword=0pen&PASSWORD=se%73ame'
  const { status, stdout, stderr } = spawnSync(process.execPath, [join('scripts', 'doctor.ts')], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      DATABASE_URL: url,
      STRIPE_SECRET_KEY: '',
      STRIPE_API_BASE: 'http://127.0.0.1:9',
      SHOP_URL: 'http://127.0.0.1:9',
    },
  })
  assert.equal(status, 1)
  const shown = 'postgresql://user:…@127.0.0.1:9/kiosk?sslmode=disable&sslpassword=…&PASSWORD=…'
  assert.ok(stdout.includes(`✗ Database ${shown}\n`), stdout)
  assert.doesNotMatch(stdout + stderr, /s3c|r3tpw|0pen|se(%73|s)ame/)
})
