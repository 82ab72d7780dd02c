import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withWords } from './with-words.ts'

test('A page that is empty until script has run has words in both languages for whoever runs none', () => {
  const html = withWords('<html id="__next_error__"><head></head><body><script></script></body></html>')

  assert.match(html, /<noscript>.*<div class="[\w ]+" lang="en">.*Something broke on our side/s)
  assert.match(html, /lang="zh-CN">.*我们这边出了点问题.*<\/noscript><\/body>/s)
})

test('Any other page stays as it is', () => {
  const html = '<html lang="en"><body><main>__next_error__</main></body></html>'

  assert.equal(withWords(html), html)
})
