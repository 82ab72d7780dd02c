import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withoutRuntime } from './without-runtime.ts'

const isNeedless = (module: string) => ['1', '2'].includes(module)
const without = (html: string) => withoutRuntime(html, isNeedless)

const head =
  '<!DOCTYPE html><html lang="en"><head><link rel="stylesheet" href="/_next/a.css" nonce="0000000000000000000000" data-precedence="next"/>' +
  '<link rel="preload" as="script" fetchPriority="low" nonce="0000000000000000000000" href="/_next/static/chunks/b.js"/>' +
  '<script src="/_next/static/chunks/a.js" async="" nonce="0000000000000000000000"></script>' +
  '<script type="module" src="/scripts/shop-A.js" async=""></script>' +
  '<script src="/_next/static/chunks/old.js" noModule="" nonce="0000000000000000000000"></script></head>'
const bareHead =
  '<!DOCTYPE html><html lang="en"><head><link rel="stylesheet" href="/_next/a.css" data-precedence="next"/>' +
  '<script type="module" src="/scripts/shop-A.js" async=""></script></head>'
const bootstrap =
  '<script nonce="0000000000000000000000" id="_R_">(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":["static/chunks/a.js"],"runtimeModuleIds":[94553]});</script>'
const first = '<script>(self.__next_f=self.__next_f||[]).push([0])</script>'

function push(data: string): string {
  return `<script>self.__next_f.push(${JSON.stringify([1, data]).replaceAll('<', '\\u003c')})</script>`
}

function aPage(body: string, data = '3:I[1,["$2"],"default"]\n0:["$","p",null,{}]\n'): string {
  return `${head}<body><div hidden=""><!--$--><!--/$--></div>${body}${bootstrap}${first}${push(data)}</body></html>`
}

test('A page of Next.js’s modules alone leaves without React, its data and its marks, and keeps the rest', () => {
  const body = '<main><!--$--><p>Tea<!-- --> for two</p><!--/$--></main>'

  assert.equal(without(aPage(body)), `${bareHead}<body><main><p>Tea for two</p></main></body></html>`)
})

test('What a page says of itself for Twitter is not said twice: it reads what is said for everybody', () => {
  const said = '<meta property="og:title" content="Tea"/><meta name="twitter:card" content="summary"/>'
  const twice =
    '<meta name="twitter:title" content="Tea"/><meta name="twitter:description" content="A &gt; B"/>'

  assert.equal(without(aPage(said + twice)), `${bareHead}<body>${said}</body></html>`)
})

test('A page with a client module that is not Next.js’s stays as it is, wherever in the data it stands', () => {
  const rows = [
    '4:I[9,["$2"],"Carousel"]\n',
    '3:I[1,["$2"],"default"]\n4:I[9,["$2"],"Carousel"]\n',
    '5:T3,abc4:I[9,["$2"],"Carousel"]\n',
    '4:I["[project]/app/carousel.tsx",["$2"],"Carousel"]\n',
  ]
  for (const data of rows) assert.equal(without(aPage('<main></main>', data)), aPage('<main></main>', data))
  const halves = aPage('<main></main>').replace(
    '</body>',
    `${push('4:I[')}${push('9,[],"Carousel"]\n')}</body>`,
  )
  assert.equal(without(halves), halves)
})

test('A page that only script can finish, or that has no words without it, stays as it is', () => {
  const bodies = [
    '<main><!--$?--><template id="B:0"></template><!--/$--></main><div hidden id="S:0">late</div>',
    '<main><!--$!--><template data-dgst="1"></template><!--/$--></main>',
  ]
  for (const page of bodies.map((body) => aPage(body))) assert.equal(without(page), page)
  const broken = aPage('').replace('<html lang="en"', '<html id="__next_error__"')
  assert.equal(without(broken), broken)
})

test('A page that failed, with words of its own in place of what failed, leaves with those', () => {
  const body =
    '<main><!--$!--><template data-dgst="NEXT_HTTP_ERROR_FALLBACK;404"></template><h1>Nothing here</h1><!--/$--></main>'

  assert.match(without(aPage(body)), /<main><h1>Nothing here<\/h1><\/main>/)
})

test('Texts that look like what is taken out stay what they are, and so does data for others', () => {
  const text =
    '&lt;script&gt;self.__next_f.push([1,&quot;x&quot;])&lt;/script&gt; &lt;!-- --&gt; nonce=&quot;a&quot;'
  const data = String.raw`<script type="application/ld+json">{"name":"\u003cscript> nonce=\"a\" \u003c!-- --> self.__next_f.push([1,\"x\"])"}</script>`
  const evil = '<script>alert(1)</script>'

  assert.equal(
    without(aPage(`<main>${text}${data}${evil}</main>`, '5:T22,<script>alert(1)</script><!-- -->\n')),
    `${bareHead}<body><main>${text}${data}${evil}</main></body></html>`,
  )
})

test('What has no data of React’s is nobody’s page of this shop’s, and stays as it is', () => {
  const page = `${head}<body><!-- --><p>mail</p></body></html>`

  assert.equal(without(page), page)
  assert.equal(without(without(aPage('<p></p>'))), without(aPage('<p></p>')))
})
