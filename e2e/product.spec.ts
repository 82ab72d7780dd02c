// The page of a product: what it shows, and how it is found one's way about.
import { DatabaseSync } from 'node:sqlite'
import { choose, openProduct, title } from './shop-pages.ts'
import { expect, test } from './shop.ts'

const moss = '/products/linen-notebook?variant=linen-notebook-moss'

test('All it takes to buy a thing is on a telephone’s first screen, in either language', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 })
  for (const path of ['/en/products/celadon-mug', `/en${moss}`, `/zh-CN${moss}`]) {
    await page.goto(path)
    for (const part of [
      title(page),
      page.getByText(/^(\$|¥)\d/).first(),
      page.getByText(/^(In stock|Only \d left|仅剩\d件)$/),
      page.getByRole('group').last(),
      page.getByRole('spinbutton'),
      page.getByRole('button', { name: /Add to cart|加入购物车/ }),
    ])
      await expect(part, path).toBeInViewport({ ratio: 1 })
  }
})

test('A choice keeps the others, or says what else it changes; the address says what is chosen', async ({
  page,
}) => {
  await page.goto('/en/products/linen-notebook')
  await choose(page, 'dotted')
  await choose(page, 'sand')
  await expect(page).toHaveURL(/\?variant=linen-notebook-sand-dotted#/)
  await expect(page.getByRole('link', { name: 'moss' })).toContainText('changes to plain')
  await choose(page, 'moss')
  await expect(page).toHaveURL(/\?variant=linen-notebook-moss#/)
  await expect(
    page.getByRole('group', { name: 'Pages' }).getByRole('link', { name: 'plain' }),
  ).toHaveAttribute('aria-current', 'true')
  expect(await page.evaluate(() => window.scrollY)).toBe(0)
  await page.getByRole('button', { name: '简体中文' }).click()
  await expect(page.getByRole('link', { name: '苔绿', exact: true })).toHaveAttribute('aria-current', 'true')
})

test('A variant that does not exist shows the one to buy; every variant’s canonical address is the product’s', async ({
  page,
}) => {
  const canonical = page.locator('link[rel=canonical]')
  for (const variant of ['nonsense', '%3Cb%3E', 'celadon-mug-celadon'])
    await test.step(variant, async () => {
      await page.goto(`/en/products/celadon-mug?variant=${variant}`)
      await expect(page.getByRole('link', { name: 'celadon', exact: true })).toHaveAttribute(
        'aria-current',
        'true',
      )
      await expect(canonical).toHaveAttribute('href', /\/en\/products\/celadon-mug$/)
    })
})

test('What a thing cost before is said beside its price, and what delivery costs beside the button', async ({
  page,
}) => {
  await page.goto('/en/products/camellia-soap')
  await expect(page.getByText('Was $9.90')).toBeVisible()
  await expect(page.getByText(/Delivery \$[\d.]+, \d–\d working days; free from \$[\d.]+\./)).toBeVisible()
  await page.goto('/zh-CN/products/camellia-soap')
  await expect(page.getByText('原价 ¥68.00')).toBeVisible()
  await page.getByRole('link', { name: '退货说明' }).click()
  await expect(title(page)).toBeVisible()
})

test('Beside a thing stands what is on the same shelf, and the way back to it', async ({ page }) => {
  await page.goto('/en/products/cedar-pencils')
  await page.getByRole('region', { name: 'From the same shelf' }).getByRole('link').first().click()
  await expect(title(page)).toHaveText('Brass bookmark')
  await expect(page.getByRole('navigation').getByRole('link', { name: 'The desk' })).toHaveAttribute(
    'href',
    '/en/collections/desk',
  )
})

test('I go through a thing’s pictures with the arrow keys or by their thumbnails', async ({ page, shop }) => {
  addViews(shop.file, 'chopsticks', ['rice-bowl', 'walnut-tray'])
  const first = page.getByRole('img', { name: 'Lacquered chopsticks' })
  const last = page.getByRole('img', { name: 'With walnut-tray' })
  // The page as it was may have been kept for a moment.
  await expect(async () => {
    await page.goto('/en/products/chopsticks')
    await expect(last).toBeAttached({ timeout: 500 })
  }).toPass()
  await expect(last).not.toBeInViewport()
  await page
    .getByRole('region', { name: /Pictures/ })
    .getByRole('link')
    .first()
    .focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('img', { name: 'With rice-bowl' })).toBeInViewport({ ratio: 0.9 })
  await page.locator('.thumbnails a').last().click()
  await expect(last).toBeInViewport({ ratio: 0.9 })
  await expect(first).not.toBeInViewport()
})

test('A picture opens large over its page, the next one beside it; Esc, a click and its button close it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await openProduct(page, '/en/products/celadon-mug')
  const first = page
    .getByRole('region', { name: /Pictures/ })
    .getByRole('link')
    .first()
  const large = page.getByRole('dialog', { name: 'Celadon mug' })
  await first.click()
  await expect(large.getByRole('img').first()).toBeInViewport({ ratio: 0.9 })
  expect((await large.getByRole('img').first().boundingBox())?.width).toBe(360)
  await page.keyboard.press('ArrowRight')
  await expect(large.getByRole('img').nth(1)).toBeInViewport({ ratio: 0.9 })
  await page.keyboard.press('Escape')
  await expect(large).toHaveCount(0)
  await expect(first).toBeFocused()
  for (const closing of [large.getByRole('img').first(), large.getByRole('button', { name: 'Close' })]) {
    await first.press('Enter')
    await closing.click()
    await expect(large).toHaveCount(0)
  }
  await expect(page).toHaveURL(/\/products\/celadon-mug$/)
})

test('On a telephone the first picture takes all the room that the ways to buy leave on the same screen', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  for (const [path, least] of [
    ['/en/products/celadon-mug', 240],
    ['/zh-CN/products/celadon-mug', 240],
    [`/en${moss}`, 185],
    [`/zh-CN${moss}`, 185],
  ] as const) {
    await page.goto(path)
    const picture = page.locator('.slides a').first()
    expect((await picture.boundingBox())?.width, path).toBeGreaterThanOrEqual(least)
    await expect(picture).toHaveAttribute('data-at', /^1\/\d$/)
    await expect(page.getByRole('button', { name: /Buy now|立即购买/ }), path).toBeInViewport({ ratio: 1 })
  }
})

function addViews(file: string, slug: string, stems: readonly string[]): void {
  const database = new DatabaseSync(file, { timeout: 5_000 })
  const add = database.prepare(`
    INSERT OR REPLACE INTO "Picture" ("productId", "position", "stem", "alt")
    SELECT "id", ?, ?, json_object('en', ?, 'zh-CN', '') FROM "Product" WHERE "slug" = ?`)
  for (const [position, stem] of stems.entries()) add.run(position, stem, `With ${stem}`, slug)
  database.exec(`
    UPDATE "Catalogue" SET "edition" = "edition" + 1;
    UPDATE "Product" SET "edition" = (SELECT "edition" FROM "Catalogue") WHERE "slug" = '${slug}'`)
  database.close()
}
