import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatTime } from './format-time.ts'

const lateInUtc = new Date('2026-11-22T23:05:00Z')

for (const [locale, timeZone, written] of [
  ['zh-CN', 'Asia/Shanghai', '2026年11月23日 07:05（北京时间）'],
  ['zh-CN', 'UTC', '2026年11月22日 23:05（UTC）'],
  ['zh-CN', 'Europe/Berlin', '2026年11月23日 00:05（GMT+1）'],
  ['en', 'Asia/Shanghai', 'November 23, 2026 at 7:05 AM GMT+8'],
  ['en', 'UTC', 'November 22, 2026 at 11:05 PM UTC'],
  ['en', 'America/New_York', 'November 22, 2026 at 6:05 PM EST'],
] as const) {
  test(`A moment is written for a reader of ${locale} with its time and its zone: ${written}`, () => {
    assert.equal(formatTime(lateInUtc, { locale, timeZone }).replace(/\s/g, ' '), written)
  })
}
