import assert from 'node:assert/strict'
import { test } from 'node:test'
import { spokenWordsOf, wantedWords, wordsOf } from './words.ts'

test('Latin words are kept whole, in small letters and without accents.', () => {
  assert.deepEqual(wordsOf('Celadon MUG, 320 ml; café'), ['celadon', 'mug', '320', 'ml', 'cafe'])
})

test('Chinese is kept as characters and as pairs.', () => {
  assert.deepEqual(wordsOf('青瓷杯'), ['青', '瓷', '杯', '青瓷', '瓷杯'])
})

test('Both may stand in one text, full-width letters too, and each word is kept once.', () => {
  assert.deepEqual(wordsOf('Ａ5 麻布，a5 麻'), ['a5', '麻', '布', '麻布'])
})

test('A text without a word has none.', () => {
  for (const text of ['', ' ', '，。！', '🍵']) assert.deepEqual(wordsOf(text), [])
})

test('Chinese is found by how it is spoken, from each syllable on, in full and in initials.', () => {
  assert.deepEqual(spokenWordsOf('马克杯'), ['makebei', 'mkb', 'kebei', 'kb', 'bei'])
})

test('A word of several readings is spoken as in the word it stands in; ü is typed v.', () => {
  assert.ok(spokenWordsOf('重庆').includes('chongqing'))
  assert.ok(spokenWordsOf('绿茶').includes('lvcha'))
})

test('What has no Chinese in it is not spoken.', () => assert.deepEqual(spokenWordsOf('Mug 320 ml'), []))

test('A search looks for the beginnings of Latin words, and for Chinese by its pairs.', () => {
  assert.deepEqual(wantedWords('青瓷杯 mu'), [
    { word: '青瓷', isBeginning: false },
    { word: '瓷杯', isBeginning: false },
    { word: 'mu', isBeginning: true },
  ])
})

test('One Chinese character is enough to search for.', () => {
  assert.deepEqual(wantedWords('茶'), [{ word: '茶', isBeginning: false }])
})

test('However much is typed, eight words are looked for, of forty letters each.', () => {
  const wanted = wantedWords(`${'x'.repeat(10_000)} ${'a b '.repeat(500)}`)
  assert.equal(wanted.length, 8)
  assert.equal(wanted[0]?.word.length, 40)
})

test('A number and what it measures are two words, written together or not.', () => {
  assert.deepEqual(wordsOf('50g 320ml 50克'), ['50', 'g', '320', 'ml', '克'])
  assert.deepEqual(wantedWords('50g'), [
    { word: '50', isBeginning: false },
    { word: 'g', isBeginning: false },
  ])
})

test('Who looks for many looks for one; what only ends like a plural stays.', () => {
  const beginnings = {
    mugs: 'mug',
    boxes: 'box',
    berries: 'berr',
    candles: 'candle',
    glass: 'glass',
    qcmkbs: 'qcmkbs',
  }
  for (const [typed, word] of Object.entries(beginnings))
    assert.deepEqual(wantedWords(typed), [{ word, isBeginning: true }])
})
