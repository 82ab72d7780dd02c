// Looking for something: collections, filters, search, and what is shown of it the moment it changes.
import { DatabaseSync } from 'node:sqlite'
import type { Page } from 'playwright/test'
import { title } from './shop-pages.ts'
import { expect, type Shop, test } from './shop.ts'
import { startShop } from './start-shop.ts'

const cards = (page: Page) => page.locator('.product-card h3')

test('I choose a collection, filter it, take a filter away, and Back brings me to where I was', async ({
  page,
}) => {
  await page.goto('/en')
  await page.getByRole('link', { name: 'See everything', exact: true }).first().click()
  await page.getByLabel('On sale').check()
  await page.getByLabel('Up to (USD)').fill('20')
  await page.getByLabel('Sort by').selectOption('price-up')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(cards(page)).toHaveText(['Camellia soap'])
  await expect(page.getByRole('status').filter({ hasText: '1 product' })).toBeVisible()
  await page.getByRole('link', { name: 'Remove filter: Up to $20.00' }).click()
  await expect(cards(page)).toHaveText(['Camellia soap', 'Paper lamp'])
  await expect(page.getByLabel('Sort by')).toHaveValue('price-up')
  await page.goBack()
  await expect(cards(page)).toHaveText(['Camellia soap'])
  await page.getByRole('link', { name: 'Clear all filters' }).click()
  await expect(cards(page)).toHaveCount(14)
})

test('Filters that leave nothing, amounts that are none, and a collection that is not there lead on', async ({
  page,
}) => {
  await page.goto('/en/collections/all?from=9999')
  await expect(page.getByText('Nothing fits all of these filters.')).toBeVisible()
  await page.goto('/zh-CN/collections/tea?from=一百&to=-1&after=🍵&sort=x')
  await expect(page.getByLabel('最低价（CNY）')).toHaveAccessibleDescription(/“一百”不是金额/)
  await expect(cards(page)).toHaveCount(5)
  await page.goto('/en/collections/all?from=99999999999999999999')
  await expect(page.getByLabel('From (USD)')).toHaveAccessibleDescription(/is too large/)
  for (const address of ['/en/collections/nope', '/en/collections/nope?on-sale=1']) {
    const answer = await page.goto(address)
    expect(answer?.status()).toBe(404)
    await page.getByRole('link', { name: 'Quiet rooms' }).click()
    await expect(title(page)).toHaveText('Quiet rooms')
  }
})

test('The search finds one Chinese character, a beginning, pinyin; and says what it did not find', async ({
  page,
}) => {
  await page.goto('/en')
  await page.getByRole('searchbox').fill('Ｃelad')
  await page.keyboard.press('Enter')
  await expect(cards(page)).toHaveText(['Celadon mug'])
  for (const [query, found] of [
    ['灯', '纸灯'],
    ['qingci', '青瓷马克杯'],
    ['qcmkb', '青瓷马克杯'],
  ] as const) {
    await page.goto(`/zh-CN/search?q=${query}`)
    await expect(cards(page)).toHaveText([found])
  }
  for (const query of ['unicorn', '%', '🍵', '<xyzzy>', 'x'.repeat(500)]) {
    const answer = await page.goto(`/en/search?q=${encodeURIComponent(query)}`)
    expect(answer?.status()).toBe(200)
    await expect(page.getByText(`Nothing found for “${query.slice(0, 100)}”`)).toBeVisible()
    await expect(page.getByRole('main').getByRole('link', { name: 'The desk' })).toBeVisible()
  }
})

test('A search of which nothing has all says so and shows what comes close; a slip has a way on', async ({
  page,
}) => {
  for (const [query, found] of [
    ['杯子', '青瓷马克杯'],
    ['綠茶', '绿茶'],
    ['mug notebook', '青瓷马克杯'],
  ] as const) {
    await page.goto(`/zh-CN/search?q=${query}`)
    await expect(page.getByText(`没有与“${query}”完全符合的`)).toBeVisible()
    await expect(cards(page).filter({ hasText: found })).toHaveCount(1)
  }
  for (const query of ['mugs', 'note book', '50克', '50g', 'lücha']) {
    await page.goto(`/en/search?q=${query}`)
    await expect(page.getByText(new RegExp(`products? for “${query}”`)), query).toBeVisible()
  }
  await page.goto('/en/search?q=mgu')
  await page.getByRole('link', { name: 'mug', exact: true }).click()
  await expect(cards(page)).toContainText(['Celadon mug'])
})

test('What a search finds beyond its first page is on the next ones', async ({ page, browserName }, {
  parallelIndex,
}) => {
  const shop = await startShop(`${browserName}-many-${parallelIndex}`)
  addMany(shop, 60)
  await expect(async () => {
    await page.goto(`${shop.url}/en/search?q=manifold`)
    await expect(page.getByText('60 products for “manifold”')).toBeVisible({ timeout: 500 })
  }).toPass()
  await expect(cards(page)).toHaveCount(24)
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: '3' }).click()
  await expect(cards(page)).toHaveCount(12)
  await page.goto(`${shop.url}/en/search?q=manifold&page=8`)
  await expect(cards(page)).toHaveCount(12)
  for (const wrong of ['9', '-1', 'x']) {
    await page.goto(`${shop.url}/en/search?q=manifold&page=${wrong}`)
    await expect(cards(page)).toHaveCount(24)
  }
  await shop.stop()
})

test('What the owner changes shoppers see a moment later, on every page that shows it', async ({
  request,
  shop,
}) => {
  const addresses = [
    '/en',
    '/en/collections/tea',
    '/en/collections/tea?sort=price-up',
    '/en/products/clay-teapot',
  ]
  const html = async (address: string) => (await request.get(address)).text()
  for (const address of addresses) expect(await html(address), address).toContain('$52.00')

  edit(
    shop,
    'clay-teapot',
    `UPDATE "Price" SET "amount" = 9900 WHERE "sku" = 'clay-teapot' AND "currency" = 'usd'`,
  )
  for (const address of addresses)
    await expect.poll(() => html(address), { intervals: [100], message: address }).toContain('$99.00')
  // Dearer than all else in the collection by now.
  const last = async () =>
    (await html('/en/collections/tea?sort=price-up')).match(/.*\/products\/([\w-]+)"/s)?.[1]
  await expect.poll(last, { intervals: [100] }).toBe('clay-teapot')

  edit(shop, 'clay-teapot', `UPDATE "Stock" SET "quantity" = "held" + "sold" WHERE "sku" = 'clay-teapot'`)
  for (const address of addresses)
    await expect.poll(() => html(address), { intervals: [100], message: address }).toContain('Sold out')

  // Other stories buy it.
  edit(
    shop,
    'clay-teapot',
    `UPDATE "Price" SET "amount" = 5200 WHERE "sku" = 'clay-teapot' AND "currency" = 'usd';
     UPDATE "Stock" SET "quantity" = "held" + "sold" + 12 WHERE "sku" = 'clay-teapot'`,
  )
  for (const address of addresses)
    await expect.poll(() => html(address), { intervals: [100], message: address }).toContain('$52.00')
})

function addMany({ file }: Shop, count: number): void {
  const database = new DatabaseSync(file, { timeout: 5_000 })
  const add = database.prepare(`
    INSERT INTO "Product" ("slug", "position", "name", "description")
    VALUES (?, 99, json_object('en', ?, 'zh-CN', ''), json_object('en', '', 'zh-CN', '')) RETURNING "id"`)
  const addVariant = database.prepare(
    `INSERT INTO "Variant" ("sku", "productId", "position", "picture") VALUES (?, ?, 0, 'gaiwan')`,
  )
  for (let n = 1; n <= count; n++) {
    const { id } = add.get(`manifold-${n}`, `Manifold ${n}`) ?? {}
    addVariant.run(`manifold-${n}`, id ?? null)
  }
  database.close()
}

// As the shop's raiseEdition has it: first the catalogue's edition, then the product's.
function edit(shop: Shop, slug: string, change: string): void {
  const database = new DatabaseSync(shop.file, { timeout: 5_000 })
  database.exec(`
    BEGIN IMMEDIATE;
    UPDATE "Catalogue" SET "edition" = "edition" + 1;
    UPDATE "Product" SET "edition" = (SELECT "edition" FROM "Catalogue"), "listedEdition" = NULL WHERE "slug" = '${slug}';
    ${change};
    COMMIT`)
  database.close()
}
