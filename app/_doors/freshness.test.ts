import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createFreshness, type ShownPage } from './freshness.ts'

const mug = '/en/usd/products/mug'
const cup = '/zh-CN/cny/products/cup'

function page(path: string, keptAt: number, html = '') {
  return { path, html, keptAt }
}

/** A catalogue whose edition is what it is set to, and the freshness of its pages. */
function watched() {
  const world = { now: 100_000, edition: 7, changed: [] as string[], asked: 0, isAway: false }
  const freshness = createFreshness(() => world.now, {
    currentEdition: async () => {
      world.asked += 1
      if (world.isAway) throw new Error('away')
      return world.edition
    },
    changedSince: async () => world.changed,
  })
  const change = (...slugs: string[]) => {
    world.edition += 1
    world.changed = slugs
    world.now += 500
  }
  const isOld = async (shown: ShownPage) => {
    await freshness.look()
    return freshness.isOld(shown)
  }
  return { world, freshness, change, isOld }
}

test('Nothing is old while nothing changes, and the database is asked twice a second at most.', async () => {
  const { world, isOld } = watched()
  for (let n = 0; n < 100; n++) {
    world.now += 10
    assert.equal(await isOld(page(mug, 90_000)), false)
  }
  assert.equal(world.asked, 2)
})

test('A product that changed makes its own page old, in every language, and every list; no other product’s.', async () => {
  const { world, freshness, change, isOld } = watched()
  await freshness.look()
  change('cup')
  assert.equal(await isOld(page(cup, world.now - 1)), true)
  assert.equal(await isOld(page('/en/usd', world.now - 1)), true)
  assert.equal(await isOld(page('/en/usd/collections/tea', world.now - 1)), true)
  assert.equal(await isOld(page(mug, world.now - 1)), false)
})

test('A page that shows other products beside its own is old when one of those changes.', async () => {
  const { world, freshness, change, isOld } = watched()
  await freshness.look()
  change('cup')
  const related = '<a href="/en/products/tray">Tray</a><a class="x" href="/en/products/cup">Cup</a>'
  assert.equal(await isOld(page(mug, world.now - 1, related)), true)
  assert.equal(await isOld(page(mug, world.now - 1, related.replace('/cup', '/cups'))), false)
})

test('A page made a while after the change is kept; one that was being made during it is not.', async () => {
  const { world, freshness, change, isOld } = watched()
  await freshness.look()
  change('cup')
  assert.equal(await isOld(page(cup, world.now + 1_000)), true)
  assert.equal(await isOld(page(cup, world.now + 2_000)), false)
})

test('When very much changes at once, everything is old.', async () => {
  const { world, freshness, change, isOld } = watched()
  await freshness.look()
  change(...Array.from({ length: 1_000 }, (_, n) => `thing-${n}`))
  assert.equal(await isOld(page(mug, world.now - 1)), true)
})

test('When the edition is raised and no product has changed, everything is old.', async () => {
  const { world, freshness, change, isOld } = watched()
  await freshness.look()
  change()
  assert.equal(await isOld(page(mug, world.now - 1)), true)
})

test('While the database is away pages are served as they are, and afterwards the change is noticed.', async () => {
  const { world, freshness, change, isOld } = watched()
  await freshness.look()
  world.isAway = true
  change('cup')
  assert.equal(await isOld(page(cup, 90_000)), false)
  world.isAway = false
  world.now += 500
  assert.equal(await isOld(page(cup, 90_000)), true)
})

test('What was made before the database could be asked for the first time is not trusted.', async () => {
  const { world, freshness, change, isOld } = watched()
  world.isAway = true
  await freshness.look()
  world.isAway = false
  change('cup')
  assert.equal(await isOld(page(cup, world.now - 400)), true)
})
