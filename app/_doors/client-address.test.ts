import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clientAddress } from './client-address.ts'

const socketAddress = '192.0.2.1'
const connections: [
  title: string,
  trustedProxies: number,
  forwardedFor: string | undefined,
  address: string,
][] = [
  ['the connection’s', 0, undefined, socketAddress],
  ['the connection’s, whatever the header claims', 0, '203.0.113.9', socketAddress],
  ['the one the proxy saw', 1, '203.0.113.9', '203.0.113.9'],
  ['the one the proxy saw, not what it was told', 1, '10.0.0.1, 10.0.0.2, 203.0.113.9', '203.0.113.9'],
  ['the one the outer of two proxies saw', 2, '10.0.0.1, 203.0.113.9, 198.51.100.7', '203.0.113.9'],
  ['the farthest there is when proxies are fewer than trusted', 2, '203.0.113.9', '203.0.113.9'],
  ['the connection’s when the proxy says nothing', 1, undefined, socketAddress],
  ['the connection’s when the header is empty', 1, '', socketAddress],
  ['the connection’s when the header holds no address', 1, 'unknown', socketAddress],
  ['the nearest known when a stranger wrote nonsense before it', 2, '<script>, 203.0.113.9', '203.0.113.9'],
  ['without its port', 1, '203.0.113.9:4711', '203.0.113.9'],
  ['without its port and brackets', 1, '[2001:db8:1:2:3:4:5:6]:4711', '2001:db8:1:2::/64'],
]

for (const [title, trustedProxies, forwardedFor, address] of connections) {
  test(`A request is counted under an address: ${title}`, () => {
    assert.equal(clientAddress({ socketAddress, trustedProxies, forwardedFor }), address)
  })
}

const written: [address: string | undefined, known: string][] = [
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:db8:1::2:3:4:5', '2001:db8:1:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['::', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  [undefined, 'unknown'],
  ['', 'unknown'],
]

for (const [address, known] of written) {
  test(`A connection from ${address} counts as ${known}`, () => {
    assert.equal(clientAddress({ socketAddress: address, forwardedFor: undefined, trustedProxies: 0 }), known)
  })
}

test('All addresses of one IPv6 network are one', () => {
  const addresses = Array.from({ length: 1_000 }, (_, at) =>
    clientAddress({
      socketAddress: `2001:db8:1:2::${at.toString(16)}`,
      forwardedFor: undefined,
      trustedProxies: 0,
    }),
  )

  assert.equal(new Set(addresses).size, 1)
})
