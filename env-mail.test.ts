import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isLocalHost, parseSettings } from './env.ts'
import { faultsOf } from './test-settings.ts'

test('Messages go over SMTP from an address of the shop’s, or into a folder beside the database', () => {
  const SMTP_URL = 'smtps://shop:p%40ss@smtp.example.com:465'
  const sending = parseSettings({ SMTP_URL, MAIL_FROM: 'shop@example.com' })

  assert.equal(sending.smtpUrl, SMTP_URL)
  assert.equal(sending.mailFrom, 'shop@example.com')
  assert.equal(parseSettings({ DATABASE_URL: 'file:/srv/shop/a.db' }).mailFolder, '/srv/shop/mail')
  assert.equal(parseSettings({ MAIL_FOLDER: '/srv/mail' }).mailFolder, '/srv/mail')
})

test('A shop that sends messages says from where, and its password is in no fault', () => {
  assert.match(faultsOf({ SMTP_URL: 'smtp://localhost:25' }).join(), /^MAIL_FROM: with SMTP_URL/)

  const faults = faultsOf({ SMTP_URL: 'smtp:/user:geheim@host', MAIL_FROM: 'geheim' })
  assert.equal(faults.length, 2)
  assert.ok(!faults.join().includes('geheim'))
})

test('Only the names of this machine are local', () => {
  for (const host of ['localhost', 'localhost:3000', 'LOCALHOST', '127.0.0.1:80', '[::1]:3000'])
    assert.equal(isLocalHost(host), true, host)
  for (const host of [
    '',
    'localhost.example.com',
    'shop.example',
    '127.0.0.1.nip.io',
    '0.0.0.0',
    'a@localhost',
  ])
    assert.equal(isLocalHost(host), false, host)
})

const wrong: [name: string, value: string, fix: RegExp][] = [
  ['SMTP_URL', 'smtp.example.com', /an address such as smtps:/],
  ['SMTP_URL', 'smtp.example.com:587', /an address such as smtps:/],
  ['SMTP_URL', 'smtp://', /an address such as smtps:/],
  ['SMTP_URL', 'smtp://user:100%@smtp.example.com', /with % codes for special letters/],
  ['SMTP_URL', 'https://smtp.example.com', /an address such as smtps:/],
  ['MAIL_FROM', 'shop', /the address that messages come from/],
  ['MAIL_FROM', 'Kiosk <shop@example.com>', /the address that messages come from/],
  ['MAIL_FROM', 'shop@example.com, other@example.com', /the address that messages come from/],
]

for (const [name, value, fix] of wrong) {
  test(`${name}=${value} is refused, by its name and with the fix`, () => {
    const [fault, ...more] = faultsOf({
      SMTP_URL: 'smtp://localhost:25',
      MAIL_FROM: 'shop@example.com',
      [name]: value,
    })

    assert.match(fault ?? '', new RegExp(`^${name}: `))
    assert.match(fault ?? '', fix)
    assert.deepEqual(more, [])
  })
}
