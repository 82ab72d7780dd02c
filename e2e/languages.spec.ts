// English and Chinese, everywhere.
import { title } from './shop-pages.ts'
import { expect, test } from './shop.ts'

const pages = [
  '',
  '/collections/tea',
  '/collections/all?on-sale=1&to=x',
  '/search?q=zzz',
  '/products/celadon-mug',
  '/cart',
  '/cancel',
  '/success',
  '/products/nothing',
]
// A key where a text should be: "cart.title".
const messageKey = /\b(shop|catalogue|product|cart|success|order|cancel|not-found|problem)\.[a-z]+[a-z.-]*\b/

for (const { language, locale, tagline } of [
  { language: 'en-US', locale: 'en', tagline: 'Good things for tea and desk' },
  { language: 'zh-CN', locale: 'zh-CN', tagline: '茶席与书桌上的好东西' },
  { language: 'zh-TW', locale: 'zh-CN', tagline: '茶席与书桌上的好东西' },
  { language: 'fr-FR', locale: 'en', tagline: 'Good things for tea and desk' },
]) {
  test.describe(() => {
    test.use({ locale: language })
    test(`A browser that speaks ${language} is greeted in ${locale}`, async ({ page }) => {
      await page.goto('/')
      await expect(page.locator('html')).toHaveAttribute('lang', locale)
      await expect(title(page)).toHaveText(tagline)
    })
  })
}

test('I choose the other language on any page and stay on that page; the shop remembers it', async ({
  page,
}) => {
  await page.goto('/en/products/gaiwan')
  await page.getByRole('button', { name: '简体中文' }).click()
  await expect(page).toHaveURL(/\/zh-CN\/products\/gaiwan$/)
  await expect(title(page)).toHaveText('白瓷盖碗')
  await page.goto('/cart')
  await expect(title(page)).toHaveText('购物车')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(title(page)).toHaveText('Your cart')
  await page.goto('/')
  await expect(title(page)).toHaveText('Good things for tea and desk')
})

test('Chinese has Chinese faces first, or its quotation marks and dashes would be narrow; the name of the other language has its own', async ({
  page,
}) => {
  for (const [path, chinese] of [
    ['/zh-CN', page.locator('h1, main p, h2, button[lang=zh-CN]')],
    ['/en', page.locator('button[lang=zh-CN]')],
  ] as const) {
    await page.goto(path)
    for (const each of await chinese.all())
      await expect(each).toHaveCSS('font-family', /^"(PingFang|Songti) SC"/)
    await expect(page.getByRole('button', { name: 'English' })).toHaveCSS('font-family', /^system-ui/)
  }
})

test('An address with a language in it is in that language, whatever my browser speaks', async ({ page }) => {
  await page.goto('/zh-CN/cart')
  await expect(title(page)).toHaveText('购物车')
})

test('An address without a language works for every page', async ({ page }) => {
  for (const address of ['/products/gaiwan', '/cart', '/cancel', '/success', '/orders/nobody']) {
    await page.goto(address)
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  }
})

for (const { locale, other } of [
  { locale: 'en', other: /[\u4e00-\u9fff]/ },
  { locale: 'zh-CN', other: /\b(the|your|cart|order|page)\b/i },
]) {
  test(`Every page under /${locale} is in that language from the first to the last word`, async ({
    page,
  }) => {
    for (const path of pages) {
      await page.goto(`/${locale}${path}`)
      await expect(page.locator('html')).toHaveAttribute('lang', locale)
      const words = [await page.title(), ...(await page.locator('header, main').allInnerTexts())].join('\n')
      expect.soft(words, path).not.toMatch(other)
      expect.soft(words, path).not.toMatch(messageKey)
    }
  })
}

test('An address that no page has says so in the reader’s language, with the shop around it', async ({
  page,
}) => {
  for (const [address, words, cart] of [
    ['/no/such/page', 'Nothing here', 'Cart'],
    ['/zh-CN/no/such/page', '这里什么也没有', '购物车'],
  ] as const) {
    const answer = await page.goto(address)
    expect(answer?.status()).toBe(404)
    await expect(title(page)).toHaveText(words)
    await expect(page.getByRole('searchbox')).toBeVisible()
    await expect(page.getByRole('link', { name: cart, exact: true })).toBeVisible()
  }
})

test('A product that does not exist is not found, and leads back to the shop', async ({ page }) => {
  const answer = await page.goto('/en/products/nothing')
  expect(answer?.status()).toBe(404)
  await expect(title(page).first()).toHaveText('Nothing here')
  await expect(page.getByRole('link', { name: 'To the shop' })).toBeVisible()
})
