import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadFace, writable } from './face.ts'

const face = await loadFace()

test('The face has what names and prices are written with, in both languages', () => {
  for (const text of [
    'Celadon mug, “ink”…',
    '青瓷马克杯（墨蓝）：一间小铺，卖茶席与书桌上的用心之物。',
    '¥168.00',
    'JP¥3,600',
    '€17.50',
  ])
    assert.equal(writable(text, face), text)
})

test('What it lacks is left out, and of an accented letter the accent alone', () => {
  assert.equal(writable('Café crème', face), 'Cafe creme')
  assert.equal(writable('龘 🍵 ไทย tea', face), 'tea')
  assert.equal(writable('🎉', face), '')
})
