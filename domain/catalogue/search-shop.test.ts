import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeDatabase } from '#prisma/client'
import { searchShop } from './search-shop.ts'
import { respell } from './spelling-store.ts'
import { named, putOnShelf } from './test-goods.ts'

after(closeDatabase)
const ids = await putOnShelf([
  { sku: 'mug', ...named('Celadon mug', '青瓷马克杯') },
  { sku: 'tea', ...named('Green tea, 50 g', '绿茶50克') },
  { sku: 'coarse', ...named('Coarse tea, 500 g', '粗茶500克') },
  { sku: 'tray', ...named('Tea tray', '茶盘') },
  { sku: 'notebook', ...named('Linen notebook', '麻布笔记本') },
  { sku: 'box', ...named('Berry box', '果盒') },
  ...Array.from({ length: 450 }, (_, n) => ({ sku: `bowl-${n}`, ...named(`Bowl ${n}`, `小碗${n}号`) })),
])
const skuOf = new Map([...ids].map(([sku, id]) => [id, sku]))

const findings: Record<string, string> = {
  mugs: 'mug',
  boxes: 'box',
  berries: 'box',
  notebooks: 'notebook',
  '50g': 'tea',
  '50克': 'tea',
  '50 克': 'tea',
  'note book': 'notebook',
  'linen note-book': 'notebook',
  lücha: 'tea',
  lucha: 'tea',
  LÜCHA: 'tea',
}
for (const [query, sku] of Object.entries(findings)) {
  test(`“${query}” is written otherwise, and finds ${sku} all the same.`, async () => {
    const { productIds, isClose } = await searchShop(query, 24)
    assert.deepEqual([skuOf.get(productIds[0] ?? 0), isClose], [sku, false])
  })
}

const close: Record<string, string[]> = {
  杯子: ['mug'],
  茶杯: ['coarse', 'mug', 'tea', 'tray'],
  瓷器: ['mug'],
  本子: ['notebook'],
  綠茶: ['tea'],
  青磁: ['mug'],
  'mug notebook': ['mug', 'notebook'],
  'linen notebook unicorn': ['notebook'],
  '碗 bowl 449 unicorn': ['bowl-449'],
}
for (const [query, skus] of Object.entries(close)) {
  test(`Nothing has all of “${query}”; what comes close is ${skus.join(', ')}.`, async () => {
    const { productIds, isClose } = await searchShop(query, 24)
    const found = productIds.map((id) => skuOf.get(id) ?? '')
    assert.deepEqual(
      found.toSorted((a, b) => (a < b ? -1 : 1)),
      skus,
    )
    assert.equal(isClose, true)
  })
}

test('Of what comes equally close, what has the rarer word comes first.', async () => {
  const { productIds } = await searchShop('碗 mug', 24)
  assert.deepEqual([skuOf.get(productIds[0] ?? 0), productIds.length], ['mug', 24])
})

for (const query of ['', 'unicorn', '独角兽', '磁', '🍵', 'xs', 'x'.repeat(100_000)]) {
  test(`Nothing comes close to “${query.slice(0, 20)}”.`, async () => {
    assert.deepEqual(await searchShop(query, 24), { productIds: [], isCut: false, isClose: false })
  })
}

const slips: Record<string, string | null> = { mgu: 'mug', etapot: null, 'rtay tea': 'tray tea', mgx: null }
for (const [query, meant] of Object.entries(slips)) {
  test(`“${query}” ${meant === null ? 'is left as it is' : `may have been meant as “${meant}”`}.`, async () => {
    assert.equal(await respell(query), meant)
  })
}
