import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isLocale, locales, parseText } from './text.ts'

test('Text is there in every language of the shop', () => {
  const text = { en: 'Tea', 'zh-CN': '茶' }

  assert.deepEqual(parseText(text), text)
  assert.deepEqual(Object.keys(parseText(text)), [...locales])
})

test('What else a column says is left out', () => {
  assert.deepEqual(parseText({ en: 'Tea', 'zh-CN': '茶', fr: 'Thé' }), { en: 'Tea', 'zh-CN': '茶' })
})

for (const value of [
  null,
  undefined,
  'Tea',
  1,
  [],
  {},
  { en: 'Tea' },
  { 'zh-CN': '茶' },
  { en: 1, 'zh-CN': '茶' },
]) {
  test(`${JSON.stringify(value)} is not text in every language, and is refused`, () => {
    assert.throws(() => parseText(value), { name: 'ZodError' })
  })
}

test('The shop speaks en and zh-CN, written so and not otherwise', () => {
  assert.ok(locales.every(isLocale))
  for (const other of ['EN', 'zh', 'zh-cn', 'zh-TW', 'fr', '', null, undefined, 0, ['en'], 'toString'])
    assert.equal(isLocale(other), false, String(other))
})
