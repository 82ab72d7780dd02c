import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysText } from './days-text.ts'
import { translator } from './translate.ts'

const texts = [
  [{ from: 3, to: 6 }, '3–6 working days', '3–6个工作日'],
  [{ from: 3, to: 3 }, '3 working days', '3个工作日'],
  [{ from: 0, to: 1 }, '0–1 working day', '0–1个工作日'],
  [{ from: 1, to: 1 }, '1 working day', '1个工作日'],
] as const

for (const [days, en, zhCN] of texts) {
  test(`From ${days.from} to ${days.to} days reads “${en}”`, () => {
    assert.equal(daysText(days, translator('en')), en)
    assert.equal(daysText(days, translator('zh-CN')), zhCN)
  })
}
