import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withoutPassword, withVerifiedTls } from './postgresql-url.ts'

for (const mode of ['prefer', 'require', 'verify-ca']) {
  test(`sslmode=${mode} means, as it always has here, that the server’s certificate is verified in full`, () => {
    assert.equal(
      withVerifiedTls(`postgresql://kiosk:p%40ss@db.example/kiosk?a=%2F&sslmode=${mode}&b=+`),
      'postgresql://kiosk:p%40ss@db.example/kiosk?a=%2F&sslmode=verify-full&b=+',
    )
  })
}

for (const query of [
  '',
  '?sslmode=verify-full',
  '?sslmode=disable',
  '?sslmode=no-verify',
  '?uselibpqcompat=true&sslmode=require',
  '?application_name=sslmode=require',
]) {
  test(`An address ending in "kiosk${query}" is left as it is`, () => {
    const url = `postgresql://sslmode=require:x@db.example/kiosk${query}`
    assert.equal(withVerifiedTls(url), url)
  })
}

test('A database is shown without its password, whatever letters that has', () => {
  for (const password of ['p%40ss', 's3c@r3tpw', 'a:b@c', 'p&password=q', 'a%zz'])
    assert.equal(
      withoutPassword(`postgresql://kiosk:${password}@db.example:5432/kiosk?sslmode=require`),
      'postgresql://kiosk:…@db.example:5432/kiosk?sslmode=require',
    )
})

for (const name of ['password', 'PASSWORD', 'sslpassword', '%70assword']) {
  test(`A password after ?${name}= is not shown`, () => {
    const shown = withoutPassword(`postgresql:///kiosk?user=kiosk&${name}=geh%20eim&host=/run`)
    assert.equal(shown, `postgresql:///kiosk?user=kiosk&${decodeURIComponent(name)}=…&host=/run`)
  })
}

test('Of an address that cannot be read nothing is shown', () => {
  assert.equal(withoutPassword('postgresql://kiosk:ge#heim@db.example/kiosk'), 'postgresql://…')
})

test('Where there is no password everything is shown', () => {
  for (const open of [
    'file:./data/kiosk.db',
    'postgresql://kiosk@localhost/kiosk',
    'postgres://[::1]:5432/kiosk?sslmode=disable',
  ])
    assert.equal(withoutPassword(open), open)
})
