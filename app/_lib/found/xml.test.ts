import assert from 'node:assert/strict'
import { test } from 'node:test'
import { element } from './xml.ts'

test('Text stands in XML as text, whatever is in it', () => {
  assert.equal(element('a', `<b> & "c" 'd' ]]>`), '<a>&#60;b&#62; &#38; &#34;c&#34; &#39;d&#39; ]]&#62;</a>')
})

test('What XML cannot have is left out: control characters, and halves of characters', () => {
  assert.equal(element('a', 'tea\u0000\u000B\u001F\uFFFE 茶🍵\n'), '<a>tea 茶🍵\n</a>')
  assert.equal(element('a', '\uD83C'), '<a>\uFFFD</a>')
})
