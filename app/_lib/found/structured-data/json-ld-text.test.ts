import assert from 'node:assert/strict'
import { test } from 'node:test'
import { scriptHashes } from '../../../_doors/script-hashes.ts'
import { jsonLdText } from './json-ld-text.ts'

const hostile = [
  '</script><script>alert(1)</script>',
  '<!--<script>',
  '</SCRIPT\n><img src=x onerror=alert(1)>',
  ']]>&lt;\u2028"\\',
  '</script><script>self.__next_f.push([alert(1)])</script>',
]

for (const name of hostile) {
  test(`A product called ${JSON.stringify(name)} ends no block, runs nothing, and keeps its name`, () => {
    const text = jsonLdText([{ '@type': 'Product', name }])

    assert.doesNotMatch(text, /[<>&\u2028\u2029]/)
    assert.equal(JSON.parse(text)['@graph'][0].name, name)
    assert.deepEqual(scriptHashes(`<script type="application/ld+json">${text}</script>`), [])
  })
}
