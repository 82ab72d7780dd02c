import assert from 'node:assert/strict'
import { test } from 'node:test'
import { labels, occasions, shopName } from './texts.ts'

const sums = { total: '$87.00', refund: '$24.00' }

test('Every text is there in both languages, and each is written in its own', () => {
  const pairs = [...Object.values(occasions), labels, shopName].map((texts) => [
    said(texts.en),
    said(texts['zh-CN']),
  ])
  for (const [english = {}, chinese = {}] of pairs) {
    assert.deepEqual(Object.keys(chinese), Object.keys(english))
    for (const text of Object.values(english)) assert.doesNotMatch(text, /[\u3000-\u9FFF\uFF00-\uFFEF]/)
    for (const [key, text] of Object.entries(chinese))
      // What is only put together says nothing of its own.
      if (key !== 'each' && key !== 'pair') assert.match(text, /[\u4E00-\u9FFF]/)
  }
})

test('No text is empty or has blanks around it, and Chinese has Chinese punctuation and no space beside its characters', () => {
  for (const texts of [...Object.values(occasions), labels])
    for (const text of Object.values({ ...said(texts.en), ...said(texts['zh-CN']) })) {
      assert.equal(text, text.trim())
      assert.notEqual(text, '')
      assert.doesNotMatch(text, /[\u4E00-\u9FFF] ?[,;:!?.](?!\d)/)
      assert.doesNotMatch(text, /\p{Script=Han}\s|\s\p{Script=Han}/u)
    }
})

test('Every subject names the order, and those of refunds the sum', () => {
  for (const [occasion, texts] of Object.entries(occasions))
    for (const { subject } of Object.values(texts)) {
      assert.match(subject('K7Q2F', sums), /K7Q2F/)
      assert.equal(subject('K7Q2F', sums).includes(sums.refund), occasion.startsWith('refunded'))
    }
})

/** What texts say when they are given something to say. */
function said(texts: object | string): Record<string, string> {
  if (typeof texts === 'string') return { text: texts }
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]: [string, unknown]) => [
      key,
      typeof text === 'function' ? sayAll(key, text) : String(text),
    ]),
  )
}

function sayAll(key: string, text: Function): string {
  return String(key === 'lead' ? text(sums) : text('K7Q2F', sums))
}
