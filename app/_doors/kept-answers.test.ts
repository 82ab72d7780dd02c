import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, request, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { keepingAnswers } from './kept-answers.ts'

/** A shop whose pages count how often they were made; what it keeps, says how old that may be, and its clock. */
async function serving(answer: RequestListener = page) {
  const world = { now: 100_000, made: 0, oldUntil: 0 }
  const listener: RequestListener = (asked, response) => {
    world.made += 1
    response.setHeader('X-Made', world.made)
    answer(asked, response)
  }
  const freshness = {
    look: async () => {},
    isOld: ({ keptAt }: { keptAt: number }) => keptAt <= world.oldUntil,
  }
  const server = createServer(keepingAnswers(listener, () => world.now, freshness)).listen(0)
  servers.push(server)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { world, ask: (headers = {}, path = '/products/mug') => answerTo({ port, path, headers }) }
}

const servers: Server[] = []
after(() => servers.forEach((server) => server.close()))

const page: RequestListener = (_, response) => {
  response.setHeader('x-nextjs-prerender', '1')
  response.setHeader('x-nextjs-cache', 'HIT')
  response.setHeader('Content-Type', 'text/html')
  response.setHeader('ETag', '"it"')
  response.write('a ')
  response.end('page')
}

interface Asked {
  readonly port: number
  readonly path: string
  readonly headers: Record<string, string>
  readonly method?: string
}

function answerTo({ port, path, headers, method = 'GET' }: Asked) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>(
    (resolve, reject) => {
      const asked = request({ port, path, headers, method, agent: false }, (response) => {
        let body = ''
        response.setEncoding('utf8').on('data', (text: string) => (body += text))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        )
      })
      asked.on('error', reject).end()
    },
  )
}

test('A static page that was in the cache is sent again as it was, for ten seconds.', async () => {
  const { world, ask } = await serving()
  await ask()
  world.now += 10_000

  const again = await ask()

  assert.deepEqual([again.status, again.body, again.headers['x-made']], [200, 'a page', '1'])
  assert.equal(again.headers['content-type'], 'text/html')
  world.now += 1
  assert.equal((await ask()).headers['x-made'], '2')
})

test('Whoever has the page already is told so, and gets no body.', async () => {
  const { world, ask } = await serving()
  await ask()

  const again = await ask({ 'If-None-Match': 'W/"other", "it"' })

  assert.deepEqual([again.status, again.body, again.headers['content-length']], [304, '', undefined])
  assert.equal((await ask({ 'If-None-Match': '"other"' })).status, 200)
  assert.equal(world.made, 1)
})

test('A page that the catalogue has changed since is asked for anew.', async () => {
  const { world, ask } = await serving()
  await ask()
  world.oldUntil = world.now
  world.now += 1

  assert.equal((await ask()).headers['x-made'], '2')
  assert.equal((await ask()).headers['x-made'], '2')
})

test('Another language, currency, compression or address is another page.', async () => {
  const { world, ask } = await serving()
  const like = [
    {},
    { Cookie: 'locale=en' },
    { Cookie: 'shopper=x; locale=zh-CN' },
    { Cookie: 'currency=jpy' },
    { Cookie: 'locale=en; locale=zh-CN' },
    { Cookie: 'locale=zh-CN; locale=en' },
    { 'Accept-Language': 'zh-CN,zh;q=0.9,en;q=0.8' },
    { 'Accept-Encoding': 'gzip, deflate, br' },
    { 'Accept-Encoding': 'gzip' },
  ]
  for (const headers of [...like, ...like]) await ask(headers)
  await ask({}, '/en/products/mug')

  assert.equal(world.made, like.length + 1)
})

test('Nothing is kept for a request that asks for more than a page, or in a way that only Next.js understands.', async () => {
  const odd = [
    { RSC: '1' },
    { 'Next-Router-Prefetch': '1' },
    { Cookie: '__prerender_bypass=x' },
    { Cookie: 'locale=%65n' },
    { Cookie: '\tlocale = en' },
    { Cookie: 'locale=xx' },
    { Cookie: 'currency=gbp' },
    { Cookie: Array(500).fill('locale=en').join('; ') },
  ]
  for (const headers of odd) {
    const { world, ask } = await serving()
    await ask(headers)
    await ask(headers)
    assert.equal(world.made, 2, JSON.stringify(headers))
  }
})

test('Nothing is kept of an answer that is no static page out of the cache, or has a query, or sets a cookie.', async () => {
  const unkept: RequestListener[] = [
    (_, response) => void response.end('dynamic'),
    (_, response) => void response.setHeader('x-nextjs-prerender', '1').end('no hit'),
    (asked, response) => page(asked, response.setHeader('Set-Cookie', 'a=b')),
    (asked, response) => {
      response.statusCode = 404
      page(asked, response)
    },
  ]
  for (const listener of unkept) {
    const { world, ask } = await serving(listener)
    await ask()
    await ask()
    assert.equal(world.made, 2)
  }
  const { world, ask } = await serving()
  await ask({}, '/products/mug?variant=ink')
  await ask({}, '/products/mug?variant=ink')
  assert.equal(world.made, 2)
})

test('What was compressed is sent compressed, and never to somebody who cannot read it.', async () => {
  const { world, ask } = await serving((asked, response) => {
    if (asked.headers['accept-encoding']) response.setHeader('Content-Encoding', 'gzip')
    page(asked, response)
  })
  const compressed = { 'Accept-Encoding': 'gzip, deflate' }
  await ask(compressed)

  assert.equal((await ask(compressed)).headers['content-encoding'], 'gzip')
  assert.equal((await ask()).headers['content-encoding'], undefined)
  assert.equal(world.made, 2)
})
