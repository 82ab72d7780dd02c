// Looking for something in a browser that runs no script.
import { expect, test } from './shop.ts'

test('Without script, I filter a collection, search, and am led on from where there is nothing', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/zh-CN/collections/home')
  await page.getByText('筛选与排序').click()
  await page.getByLabel('有货').check()
  await page.getByLabel('排序').selectOption('price-down')
  await page.getByRole('button', { name: '查看' }).click()
  await expect(page.locator('.product-card h3')).toHaveText(['一枝瓶', '大豆蜡烛', '山茶手工皂'])
  await page.getByRole('searchbox').fill('ceadlon')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'celadon' }).click()
  await expect(page.locator('.product-card h3')).toHaveText(['青瓷马克杯'])
  const answer = await page.goto('/zh-CN/collections/nope?sort=newest')
  expect(answer?.status()).toBe(404)
  await page.getByRole('link', { name: '书桌' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('书桌')
})
