import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressHeader } from '../_doors/address-header.ts'
import { clientAddress } from '../_doors/client-address.ts'
import { mayReadMail } from './may-read-mail.ts'

const demo = {
  smtpUrl: null,
  shopUrl: 'http://localhost:3000',
  stripeSecretKey: 'sk_test_localstripe',
  stripeApiBase: 'http://127.0.0.1:12111',
}

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

test('With test keys of Stripe’s, messages are shown by `next dev` alone; with Local Stripe, in production as well', () => {
  const request = asked({ socketAddress: '127.0.0.1' })
  const atStripe = { ...demo, stripeApiBase: null }

  assert.deepEqual(
    [mayReadMail(request, atStripe, true), mayReadMail(request, atStripe, false)],
    [false, true],
  )
  assert.deepEqual([mayReadMail(request, demo, true), mayReadMail(request, demo, false)], [true, true])
})

for (const forwardedFor of [
  '203.0.113.9',
  '127.0.0.1, 203.0.113.9',
  '203.0.113.9, 127.0.0.1',
  '',
  'unknown',
]) {
  test(`Whoever a proxy on this machine speaks for, “${forwardedFor}”, may not read messages`, () => {
    assert.equal(mayReadMail(asked({ socketAddress: '127.0.0.1', forwardedFor }), demo), false)
  })
}

for (const forwardedFor of ['127.0.0.1', '::1', '::ffff:127.0.0.1', '[::1]:5000, 127.0.0.1:80']) {
  test(`A proxy that speaks for this machine itself, “${forwardedFor}”, is let in`, () => {
    assert.equal(mayReadMail(asked({ socketAddress: '127.0.0.1', forwardedFor }), demo), true)
  })
}

test('A page elsewhere whose name leads to this machine may not read messages', () => {
  for (const host of ['rebound.example', 'rebound.example:3000', 'localhost.example', ''])
    assert.equal(mayReadMail(asked({ socketAddress: '127.0.0.1', host }), demo), false)
})

function asked({
  socketAddress,
  host = 'localhost:3000',
  forwardedFor,
}: {
  socketAddress?: string | undefined
  host?: string
  forwardedFor?: string
}): Request {
  const address = clientAddress({ socketAddress, forwardedFor: undefined, trustedProxies: 0 })
  const forwarded = forwardedFor !== undefined && { 'X-Forwarded-For': forwardedFor }
  return new Request('http://localhost:3000/mail', {
    headers: { host, [addressHeader]: address, ...forwarded },
  })
}
