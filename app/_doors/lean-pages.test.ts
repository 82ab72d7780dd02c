import '#stripe/test-stripe'
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { sendingLean } from './lean-pages.ts'

const runtime =
  '<script src="/_next/a.js"></script><script>self.__next_f.push([1,"0:[]\\n"])</script><script>self.__next_f.push([1,"1:I[7,[]]"])</script>'

const bad = 'a page that no style sheet can be put into'
const sheets = {
  links: '',
  hashes: ["'sha256-abc='"],
  inlined: (html: string) => {
    assert.notEqual(html, bad)
    return html.replace('<link/>', '<style>p{}</style>')
  },
}

async function asking(listener: RequestListener, isNeedless = true) {
  const server = createServer(sendingLean(listener, () => isNeedless, sheets)).listen(0)
  after(() => server.close().closeAllConnections())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return (path = '/en/cart', init: RequestInit = {}) => fetch(`http://localhost:${port}${path}`, init)
}

const page: RequestListener = (request, response) => {
  response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': 9999 })
  response.flushHeaders()
  response.write(`<p>茶 ${request.headers['accept-encoding']}</p>`, () => {
    response.write(Buffer.from(runtime))
    response.end('</body>')
  })
}

test('A page is sent whole: without React, with a policy that lets no inline script run, packed for who asks', async () => {
  const ask = await asking(page)

  const answers = await Promise.all(
    ['br', 'gzip', 'identity'].map((accepted) =>
      ask('/en/cart?a=b', { headers: { 'Accept-Encoding': accepted } }),
    ),
  )

  assert.deepEqual(
    answers.map(({ headers }) => headers.get('content-encoding')),
    ['br', 'gzip', null],
  )
  for (const answer of answers) {
    assert.equal(answer.status, 404)
    assert.equal(answer.headers.get('vary'), 'Accept-Encoding')
    assert.match(
      answer.headers.get('content-security-policy') ?? '',
      /script-src 'self' https:\/\/js\.stripe/,
    )
    assert.equal(await answer.text(), '<p>茶 undefined</p></body>')
  }
})

test('A page has its style sheet in it, by a policy that names it', async () => {
  const answer = await (
    await asking((_, response) => {
      response.setHeader('Content-Type', 'text/html').end(`<link/>茶${runtime}`)
    })
  )()

  assert.equal(await answer.text(), '<style>p{}</style>茶')
  assert.match(answer.headers.get('content-security-policy') ?? '', /; style-src 'self' 'sha256-abc=';/)
})

test('A page that needs React keeps it, and gets no policy here', async () => {
  const answer = await (await asking(page, false))()

  assert.equal(await answer.text(), `<p>茶 undefined</p>${runtime}</body>`)
  assert.equal(answer.headers.get('content-security-policy'), null)
})

test('A page that is ended again while it is being packed is sent once', async () => {
  const ask = await asking((_, response) => {
    response.setHeader('Content-Type', 'text/html').end(`<p>茶</p>${runtime}`)
    response.writeHead(500, { 'Content-Type': 'text/plain' }).write('three')
    response.end('<p>twice</p>')
  })

  const answer = await ask()
  assert.deepEqual([answer.status, answer.headers.get('content-type')], [200, 'text/html'])
  assert.equal(await answer.text(), '<p>茶</p>')
})

test('A page that cannot be made lean is cut off and told of, and the next one is sent', async (t) => {
  const { mock } = t.mock.method(console, 'error', () => undefined)
  const ask = await asking((request, response) => {
    response.setHeader('Content-Type', 'text/html').end(request.url === '/en/bad' ? bad : `茶${runtime}`)
  })

  await assert.rejects(ask('/en/bad'))
  assert.equal(mock.callCount(), 1)
  assert.equal(await (await ask()).text(), '茶')
})

test('What is no page goes out as it comes, piece by piece', async () => {
  const streams: ServerResponse[] = []
  const ask = await asking((_, response) => {
    response.setHeader('Content-Type', 'text/event-stream').write('data: open\n\n')
    streams.push(response)
  })

  for (const path of ['/api/orders/status', '/en/cart', '/feed.xml']) {
    const body = (await ask(path)).body?.getReader()
    assert.equal(Buffer.from((await body?.read())?.value ?? []).toString(), 'data: open\n\n')
    streams.at(-1)?.end()
    assert.equal((await body?.read())?.done, true)
  }
})

test('Answers without a body stay without one, and files keep their packing', async () => {
  const bare = await asking((request, response) => {
    response.setHeader('Content-Type', 'text/html')
    response.statusCode = request.method === 'HEAD' ? 200 : 304
    response.end()
  })
  const same = await bare()
  assert.deepEqual([same.status, same.headers.get('content-encoding')], [304, null])
  assert.equal((await bare('/en', { method: 'HEAD' })).headers.get('content-encoding'), null)

  const files = await asking((request, response) => void response.end(request.headers['accept-encoding']))
  assert.equal(await (await files('/icon.svg', { headers: { 'Accept-Encoding': 'gzip' } })).text(), 'gzip')
})
