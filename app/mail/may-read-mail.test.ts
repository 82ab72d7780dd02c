import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressHeader } from '../_doors/address-header.ts'
import { clientAddress } from '../_doors/client-address.ts'
import { mayReadMail } from './may-read-mail.ts'

const demo = { smtpUrl: null, shopUrl: 'http://localhost:3000', stripeSecretKey: 'sk_test_localstripe' }

for (const socketAddress of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
  test(`Whoever builds the shop may read its messages, connected from ${socketAddress}`, () => {
    assert.equal(mayReadMail(asked({ socketAddress }), demo), true)
    assert.equal(mayReadMail(asked({ socketAddress, host: '127.0.0.1:3000' }), demo), true)
  })
}

const others = {
  'A shop that sends its messages shows them to nobody': { ...demo, smtpUrl: 'smtp://localhost' },
  'A shop with a live key shows its messages to nobody': { ...demo, stripeSecretKey: 'sk_live_0123456789' },
  'A shop with a restricted live key shows its messages to nobody': {
    ...demo,
    stripeSecretKey: 'rk_live_0123456789',
  },
  'A shop that is reached from elsewhere shows its messages to nobody': {
    ...demo,
    shopUrl: 'https://shop.example',
  },
}

for (const [rule, settings] of Object.entries(others)) {
  test(rule, () => assert.equal(mayReadMail(asked({ socketAddress: '127.0.0.1' }), settings), false))
}

test('Somebody on another machine may not read messages, whatever Host they name', () => {
  for (const socketAddress of ['192.168.1.7', '2001:db8::1', undefined])
    assert.equal(mayReadMail(asked({ socketAddress }), demo), false)
  assert.equal(
    mayReadMail(new Request('http://localhost:3000', { headers: { host: 'localhost' } }), demo),
    false,
  )
})

test('A page elsewhere whose name leads to this machine may not read messages', () => {
  for (const host of ['rebound.example', 'rebound.example:3000', 'localhost.example', ''])
    assert.equal(mayReadMail(asked({ socketAddress: '127.0.0.1', host }), demo), false)
})

function asked({
  socketAddress,
  host = 'localhost:3000',
}: {
  socketAddress?: string | undefined
  host?: string
}): Request {
  const address = clientAddress({ socketAddress, forwardedFor: undefined, trustedProxies: 0 })
  return new Request('http://localhost:3000/mail', { headers: { host, [addressHeader]: address } })
}
