import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { test } from 'node:test'
import { localStripeForTest, testKey } from '../testing/local-stripe-for-test.ts'

// Written by hand, because fetch takes no Host.
async function ask(url: string, { path, host }: { path: string; host: string }) {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  let answer = ''
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
  const lines = [
    `GET ${path} HTTP/1.1`,
    `Host: ${host}`,
    `Authorization: Bearer ${testKey}`,
    'Connection: close',
  ]
  socket.write(`${lines.join('\r\n')}\r\n\r\n`)
  await once(socket, 'close')
  return { status: Number(answer.split(' ')[1]), body: answer.slice(answer.indexOf('\r\n\r\n') + 4) }
}

const paths = ['/', '/v1/checkout/sessions', '/_local/requests', '/stripe.js', '/c/pay/cs_test_1']

for (const host of ['127.0.0.1', '127.0.0.1:12111', 'localhost', 'LOCALHOST:3000', '[::1]', '[::1]:12111']) {
  test(`It answers who asks for ${host}.`, async (t) => {
    const { url } = await localStripeForTest(t)
    assert.equal((await ask(url, { path: '/v1/checkout/sessions', host })).status, 200)
    assert.equal((await ask(url, { path: '/_local/requests', host })).status, 200)
  })
}

for (const host of [
  'rebound.test',
  'rebound.test:12111',
  'localhost.rebound.test',
  '127.0.0.1.rebound.test',
  'rebound.test@127.0.0.1',
  '127.0.0.2',
  'localhost:',
  '',
]) {
  test(`It refuses who asks for “${host}”, whatever they want to see.`, async (t) => {
    const { url } = await localStripeForTest(t)
    for (const path of paths) {
      const { status, body } = await ask(url, { path, host })
      assert.equal(status, 403, path)
      assert.equal(JSON.parse(body).error.type, 'invalid_request_error')
    }
  })
}
