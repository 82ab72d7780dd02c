import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { scriptHashes } from './script-hashes.ts'

const nexts = [
  '(self.__next_f=self.__next_f||[]).push([0])',
  'self.__next_f.push([1,"1:\\"$Sreact.fragment\\"\\n2:I[39756,[\\"/_next/static/chunks/a.js\\"],\\"default\\"]\\n"])',
  'self.__next_f.push([1,"\\u003cscript\\u003ealert(1)\\u003c/script\\u003e"])',
  'self.__next_f.push([3,"AAEC"])',
  '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":["static/chunks/0m3m-by5pxg4oz.js","static/chunks/a~b_.js"],"runtimeModuleIds":[94553,1]});',
  '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":[],"runtimeModuleIds":[]});',
]

for (const body of nexts) {
  test(`Next.js’s own ${body.slice(0, 60)} is allowed by the hash of exactly that`, () => {
    assert.deepEqual(scriptHashes(`<p><script id="x">${body}</script></p>`), [hashOf(body)])
  })
}

const others = [
  'alert(1)',
  '',
  ' (self.__next_f=self.__next_f||[]).push([0])',
  '(self.__next_f=self.__next_f||[]).push([0]);alert(1)',
  'self.__next_f.push([1,alert(1)])',
  'self.__next_f.push([1,"a"]);alert(1)',
  'self.__next_f.push([1,"a"],[alert(1)])',
  'self.__next_f.push([1,`${alert(1)}`])',
  'self.__next_f.push([1,"a"].map(alert))',
  'self.__next_f.push(alert(1))',
  'self.__next_f.push({"a":1})',
  'self.__next_f.push=alert',
  'alert(1);self.__next_f.push([1,"a"])',
  '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":["https://evil.example/x.js"],"runtimeModuleIds":[1]});',
  '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":["static/chunks/../../x.js"],"runtimeModuleIds":[1]});',
  '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":[],"runtimeModuleIds":[alert(1)]});',
  '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":[],"runtimeModuleIds":[]});alert(1)',
  'document.write("x")',
]

for (const body of others) {
  test(`A script “${body.slice(0, 90)}” that somebody put into the page gets no hash`, () => {
    assert.deepEqual(scriptHashes(`<script>${body}</script>`), [])
  })
}

test('Only inline scripts have hashes, each once, whatever their tags look like', () => {
  const [push = ''] = nexts

  assert.deepEqual(scriptHashes('<script src="/_next/a.js" async=""></script>'), [])
  assert.deepEqual(scriptHashes(`<script src = "/x.js">${push}</script>`), [])
  assert.deepEqual(scriptHashes(`<SCRIPT nonce="x">${push}</SCRIPT><script>${push}</script>`), [hashOf(push)])
  assert.deepEqual(scriptHashes('<p>no script</p>'), [])
})

function hashOf(body: string): string {
  return `'sha256-${createHash('sha256').update(body).digest('base64')}'`
}
