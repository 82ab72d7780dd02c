import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nearestWord } from './spelling.ts'

const words = ['celadon', 'cedar', 'ceramic', 'teapot', 'tray']

const slips: Record<string, string> = {
  celadn: 'celadon',
  celladon: 'celadon',
  celabon: 'celadon',
  ceadlon: 'celadon',
  cedra: 'cedar',
  cermic: 'ceramic',
  taepot: 'teapot',
}
for (const [misspelt, word] of Object.entries(slips)) {
  test(`“${misspelt}” is nearest to “${word}”.`, () => {
    assert.equal(nearestWord(misspelt, words), word)
  })
}

for (const misspelt of ['unicorn', 'cexyz', 'trap2', 'celadon', '']) {
  test(`“${misspelt}” is near to no other word.`, () => {
    assert.equal(nearestWord(misspelt, words), null)
  })
}
