import '#stripe/test-stripe'
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { after, test } from 'node:test'
import { promisify } from 'node:util'
import { addressHeader } from './address-header.ts'
import { openDoors } from './open-doors.ts'

openDoors()
openDoors()

test('Who asks is written down by the door, whatever the request claims', async () => {
  const seen = await headersSeen({ [addressHeader]: '203.0.113.9', 'X-Forwarded-For': '203.0.113.9' })

  assert.equal(seen[addressHeader], '127.0.0.1')
})

test('Every page has a nonce of its own, and none that came with the request', async () => {
  const given = { 'Content-Security-Policy': `script-src 'nonce-mine'` }
  const reportOnly = { 'Content-Security-Policy-Report-Only': `script-src 'nonce-mine'` }
  const nonces = []
  for (const headers of [given, reportOnly, {}]) {
    const seen = await headersSeen(headers)
    assert.equal(seen['content-security-policy-report-only'], undefined)
    nonces.push(
      /^script-src 'nonce-([\w-]{22})'$/.exec(seen['content-security-policy']?.toString() ?? '')?.[1],
    )
  }

  assert.equal(new Set(nonces.filter(Boolean)).size, 3)
})

test('A page that brings no policy gets the one with its nonce', async () => {
  const { url } = await serve((request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(request.headers['content-security-policy'])
  })

  const answer = await fetch(url)

  const [nonce = 'no nonce'] = /'nonce-.*'/.exec(await answer.text()) ?? []
  const policy = answer.headers.get('content-security-policy') ?? ''
  assert.ok(policy.startsWith(`default-src 'none'; script-src 'self' ${nonce} https://js.stripe.com`), policy)
})

test('Who asks for the head of a page alone is not told how long the page is before it is made lean', async () => {
  const { url } = await serve((_, response) => {
    response.setHeader('Content-Type', 'text/html').setHeader('Content-Length', 9_999).end()
  })

  assert.equal((await fetch(url, { method: 'HEAD' })).headers.get('content-length'), null)
})

test('A page from the cache keeps the policy that names its own scripts', async () => {
  const own = `script-src 'sha256-abc='`
  const { url } = await serve((_, response) => {
    response.appendHeader('Content-Security-Policy', own)
    response.setHeader('Content-Type', 'text/html')
    response.end()
  })

  assert.equal((await fetch(url)).headers.get('content-security-policy'), own)
})

test('What is no page may do nothing at all, and everything of this very name comes by https alone', async () => {
  const { url } = await serve((_, response) => void response.end('{}'))

  const { headers } = await fetch(url)

  assert.equal(headers.get('content-security-policy'), "default-src 'none'; frame-ancestors 'none'")
  assert.equal(headers.get('strict-transport-security'), 'max-age=63072000')
})

test('Whoever is answered while still sending is cut off; whoever has sent all is not', async () => {
  const { url, port } = await serve((request, response) => {
    request.once('data', () => setImmediate(() => response.end('enough')))
  })
  const whole = await fetch(url, { method: 'POST', body: 'all of it' })
  assert.notEqual(whole.headers.get('connection'), 'close')

  const answer = await answerTo(
    port,
    'POST / HTTP/1.1\r\nHost: shop.example\r\nContent-Length: 1000000\r\n\r\nnot yet all of it',
  )

  assert.match(answer, /^HTTP\/1\.1 200 OK/)
  assert.match(answer, /connection: close/i)
})

for (const method of ['GET', 'POST']) {
  test(`A ${method} that asks for another protocol is an ordinary request: answered, and let go`, async () => {
    const { server, port } = await serve((_, response) => void response.writeHead(404).end())
    // As Next.js does: it listens, and leaves the socket to somebody who never comes.
    server.on('upgrade', () => {})

    const answers = await Promise.all(
      ['x', 'websocket', 'h2c'].map((protocol) =>
        answerTo(
          port,
          `${method} /nope HTTP/1.1\r\nHost: shop.example\r\nConnection: Upgrade, close\r\nUpgrade: ${protocol}\r\n\r\n`,
        ),
      ),
    )

    for (const answer of answers) assert.match(answer, /^HTTP\/1\.1 404 Not Found/)
    assert.equal(await promisify(server.getConnections.bind(server))(), 0)
  })
}

test('No stranger says which action Next.js is to run, or which part of a page to make', async () => {
  const seen = await headersSeen({ 'Next-Action': 'x', 'Next-Router-State-Tree': '%5B1%5D', RSC: '1' })

  assert.equal(seen['next-action'], undefined)
  assert.equal(seen['next-router-state-tree'], undefined)
  assert.equal(seen['rsc'], '1')
})

async function answerTo(port: number, sent: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let answer = ''
  socket.setEncoding('utf8').on('data', (text: string) => (answer += text))
  socket.write(sent)
  await once(socket, 'close')
  return answer
}

async function headersSeen(headers: Record<string, string>): Promise<IncomingHttpHeaders> {
  const { url } = await serve((request, response) => void response.end(JSON.stringify(request.headers)))
  return (await (await fetch(url, { headers })).json()) as IncomingHttpHeaders
}

async function serve(listener: RequestListener): Promise<{ url: string; port: number; server: Server }> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  after(() => server.close().closeAllConnections())
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, port, server }
}
