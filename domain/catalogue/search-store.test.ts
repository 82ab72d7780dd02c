import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeDatabase } from '#prisma/client'
import { type Found, searchFor } from './search-store.ts'
import { respell } from './spelling-store.ts'
import { named, putOnShelf } from './test-goods.ts'
import { wantedWords } from './words.ts'

after(closeDatabase)
const ids = await putOnShelf([
  { sku: 'mug', ...named('Celadon mug', '青瓷马克杯') },
  { sku: 'gaiwan', ...named('Porcelain gaiwan', '白瓷盖碗') },
  { sku: 'tea', ...named('Spring green tea', '明前绿茶') },
  { sku: 'tray', ...named('Tea tray', '茶盘') },
  ...Array.from({ length: 450 }, (_, n) => ({ sku: `cup-${n}`, ...named(`Cup ${n}`, `小杯${n}`) })),
])
const skuOf = new Map([...ids].map(([sku, id]) => [id, sku]))

function search(query: string): Promise<Found> {
  return searchFor(wantedWords(query), 24)
}

async function find(query: string): Promise<(string | undefined)[]> {
  const { productIds } = await search(query)
  return productIds.map((id) => skuOf.get(id))
}

const findings: Record<string, string[]> = {
  茶: ['tea', 'tray'],
  绿茶: ['tea'],
  青瓷: ['mug'],
  celad: ['mug'],
  CELADON: ['mug'],
  ｍｕｇ: ['mug'],
  lvcha: ['tea'],
  makebei: ['mug'],
  mkb: ['mug'],
  '瓷 gai': ['gaiwan'],
  'tea spring': ['tea'],
  'te tr': ['tray'],
}
for (const [query, skus] of Object.entries(findings)) {
  test(`“${query}” finds ${skus.join(', ')}.`, async () => {
    assert.deepEqual(
      (await find(query)).toSorted((a, b) => (String(a) < String(b) ? -1 : 1)),
      skus,
    )
  })
}

for (const query of ['', ' ', '%', '_', "x' OR '1'='1", '茶杯', 'ea', '🍵', '\u0000', 'x'.repeat(100_000)]) {
  test(`“${query.slice(0, 20)}” finds nothing.`, async () => {
    assert.deepEqual(await search(query), { productIds: [], isCut: false })
  })
}

test('A word of many products finds as many as asked for, and says that there are more.', async () => {
  const { productIds, isCut } = await search('杯')
  assert.deepEqual([productIds.length, isCut], [24, true])
})

test('A rare word beside a common one is found, however many have the common one.', async () => {
  assert.deepEqual(await find('杯 cup 449'), ['cup-449'])
})

const slips: Record<string, string | null> = {
  celadn: 'celadon',
  'Gaiwna porcelain': 'gaiwan porcelain',
  'spirng 茶': 'spring 茶',
  celadon: null,
  cela: null,
  unicorn: null,
  'celadn unicorn': null,
  独角兽: null,
  zzzzzz: null,
  '': null,
}
for (const [query, meant] of Object.entries(slips)) {
  test(`“${query}” ${meant === null ? 'is left as it is' : `may have been meant as “${meant}”`}.`, async () => {
    assert.equal(await respell(query), meant)
  })
}
