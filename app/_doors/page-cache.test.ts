import '#stripe/test-stripe'
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { nodeFs } from 'next/dist/server/lib/node-fs-methods.js'
import { policyHeader } from './content-security-policy.ts'
import PageCache from './page-cache.ts'
import { scriptHashes } from './script-hashes.ts'

const folder = mkdtempSync(join(tmpdir(), 'kiosk-pages-'))
after(() => rmSync(folder, { recursive: true, force: true }))
mkdirSync(join(folder, 'app'))

const nonce = 'abcdefghijklmnopqrstuv'
// Of a module that is to be made live: a page with it keeps its scripts.
const push = 'self.__next_f.push([1,"1:I[9,[],\\"Carousel\\"]\\n"])'
const asked = { kind: 'APP_PAGE', isFallback: false, isRoutePPREnabled: false } as unknown as Parameters<
  PageCache['get']
>[1]
const kept = { cacheControl: { revalidate: 60, expire: undefined } } as unknown as Parameters<
  PageCache['set']
>[2]

test('A page gets a policy with the hashes of its own scripts as it is put in, so that its first visitor has it too', async () => {
  const page = aPage({ html: `<p><script>${push}</script><script>alert(1)</script></p>` })

  await aCache().set('/first', asValue(page), kept)

  assert.deepEqual(hashesIn(page.headers), scriptHashes(page.html))
  assert.equal(hashesIn(page.headers).length, 1)
  assert.equal(page.headers['x-next-cache-tags'], 'one')
  assert.equal((await aCache().get('/first', asked))?.value, page)
})

test('A page for which nothing is to be made live is kept without scripts, and none may run in it', async () => {
  const page = aPage({ html: '<p>tea</p><script>self.__next_f.push([1,"0:[]\\n"])</script>' })

  await aCache().set('/bare', asValue(page), kept)

  assert.equal(page.html, '<p>tea</p>')
  assert.deepEqual(hashesIn(page.headers), [])
  assert.match(String(page.headers[policyHeader]), /script-src 'self'/)
})

test('No nonce is kept: the same page made for two visitors is the same', async () => {
  const pages = [nonce, 'vutsrqponmlkjihgfedcba'].map((each) => ({
    ...aPage({ html: `<script nonce="${each}" async=""></script><script nonce="${each}">${push}</script>` }),
    rscData: Buffer.from(`{"nonce":"${each}","名":"茶"}`),
    segmentData: new Map([['/_tree', Buffer.from(`"${each}"`)]]),
  }))

  for (const page of pages) await aCache().set('/nonce', asValue(page), kept)

  const [one, other] = pages
  assert.deepEqual(one, other)
  assert.ok(!one?.html.includes(nonce))
  assert.equal(one?.rscData.toString(), `{"nonce":"${'0'.repeat(22)}","名":"茶"}`)
})

test('A page that the build made is found, and has its policy from the first visit', async () => {
  const html = `<script>${push}</script>`
  writeFileSync(join(folder, 'app', 'built.html'), html)
  writeFileSync(join(folder, 'app', 'built.rsc'), '0:[]')
  writeFileSync(join(folder, 'app', 'built.meta'), JSON.stringify({ status: 404, headers: { a: 'b' } }))

  const found = (await aCache().get('/built', asked))?.value as unknown as Page

  assert.deepEqual(hashesIn(found.headers), scriptHashes(html))
  assert.equal(found.headers['a'], 'b')
  assert.equal(found.status, 404)
})

test('A page whose tag has expired is made anew', async () => {
  await aCache().set('/tagged', asValue(aPage({ tags: 'prices' })), kept)
  assert.ok(await aCache().get('/tagged', asked))
  const millisecond = Date.now()
  while (Date.now() === millisecond);

  await aCache().revalidateTag('prices')

  assert.equal(await aCache().get('/tagged', asked), null)
})

test('What nothing is known of is nothing', async () => {
  assert.equal(await aCache().get('/nobody', asked), null)
})

test('Of more pages than the memory is meant to hold the first are let go, and no file is written', async () => {
  const before = readdirSync(folder, { recursive: true }).length
  for (let each = 0; each < 100; each += 1)
    await aCache().set(`/many/${each}`, asValue(aPage({ html: 'x'.repeat(50_000) })), kept)

  assert.equal(await aCache().get('/many/0', asked), null)
  assert.ok(await aCache().get('/many/99', asked))
  assert.equal(readdirSync(folder, { recursive: true }).length, before)
})

interface Page {
  readonly kind: 'APP_PAGE'
  html: string
  readonly status: number
  headers: Record<string, unknown>
}

function aPage({ html = '<p>', tags = 'one' }: { html?: string; tags?: string }): Page {
  return { kind: 'APP_PAGE', html, status: 200, headers: { 'x-next-cache-tags': tags } }
}

function asValue(page: Page) {
  return page as unknown as Parameters<PageCache['set']>[1]
}

// Made anew for each request, as Next.js does.
function aCache(): PageCache {
  return new PageCache({
    fs: nodeFs,
    flushToDisk: false,
    serverDistDir: folder,
    revalidatedTags: [],
    maxMemoryCacheSize: 1_048_576,
    _requestHeaders: {},
  })
}

function hashesIn(headers: Record<string, unknown>): string[] {
  const [scripts = ''] = /script-src [^;]*/.exec(String(headers[policyHeader])) ?? []
  return [...scripts.matchAll(/'sha256-[^']+'/g)].map(([hash]) => hash)
}
