// The whole shop in a browser that runs no script: playwright.config.ts says so.
import { payWithCard, sessionOnPage } from './payment-page.ts'
import { addToCart, choose, expectPaid, title } from './shop-pages.ts'
import { expect, test } from './shop.ts'
import { startEmptyShop } from './start-shop.ts'
import { againstStripe } from './stripe-mode.ts'

test.skip(againstStripe, 'Stripe’s own payment page needs script')

test('Without script, I buy a thing straight from its page', async ({ page }) => {
  await page.goto('/en/products/celadon-mug')
  await choose(page, 'white')
  await page.getByRole('button', { name: 'Buy now' }).click()
  await sessionOnPage(page)
  await expect(page.getByText('Celadon mug, white')).toBeVisible()
  await payWithCard(page)
  await expectPaid(page)
})

test('Without script, I fill a cart, change it, and pay for what is left in it', async ({ page }) => {
  await addToCart(page, '/en/products/cedar-pencils', 2)
  await addToCart(page, '/en/products/gaiwan')
  await addToCart(page, '/en/products/chopsticks')
  const pencils = page.getByRole('listitem').filter({ hasText: 'Cedar pencils' })
  await pencils.getByRole('spinbutton').fill('3')
  await pencils.getByRole('button', { name: 'Update' }).click()
  await expect(page.getByRole('button', { name: 'Pay from $60.50' })).toBeEnabled()
  await page.getByRole('button', { name: 'Remove Porcelain gaiwan' }).click()
  await page.getByRole('button', { name: 'Pay from $41.50' }).click()
  await sessionOnPage(page)
  await payWithCard(page)
  await expectPaid(page)
  await expect(page.getByRole('listitem').filter({ hasText: 'Cedar pencils' })).toContainText('3 × $7.00')
  await page.goto('/en/cart')
  await expect(page.getByText('Nothing in it yet.')).toBeVisible()
})

test('Without script, what I remove I can put back where it was, and a thing that runs short is taken as far as it goes', async ({
  page,
  context,
  shop,
}) => {
  await context.addCookies([
    { name: 'cart', value: 'gaiwan:2.linen-notebook-moss:5.chopsticks:1', url: shop.url },
  ])
  await page.goto('/en/cart')
  const names = page.getByRole('listitem').getByRole('heading')
  const before = await names.allTextContents()
  await page.getByRole('button', { name: 'Remove Porcelain gaiwan' }).click()
  await expect(page.getByRole('status')).toHaveText(/^Removed Porcelain gaiwan\. Total: from \$\d+\.\d\d\.$/)
  await expect(page.locator('.cart-note')).toBeFocused()
  await expect(names).toHaveCount(2)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(names).toHaveText(before)
  await expect(page.getByRole('spinbutton', { name: 'Quantity of Porcelain gaiwan' })).toHaveValue('2')
  await expect(page.getByText('Only 3 left, you wanted 5.')).toBeVisible()
  await page.getByRole('button', { name: 'Take 3' }).click()
  await expect(page.getByRole('spinbutton', { name: 'Quantity of Linen notebook' })).toHaveValue('3')
  await expect(page.getByRole('button', { name: /^Pay/ })).toBeEnabled()
})

test('Without script, I change the language and the currency and stay on my page', async ({ page }) => {
  await page.goto('/en/products/celadon-mug')
  await page.getByRole('button', { name: '简体中文' }).click()
  await expect(page).toHaveURL(/\/zh-CN\/products\/celadon-mug$/)
  await expect(title(page)).toHaveText('青瓷马克杯')
  await page.getByRole('button', { name: 'EUR' }).click()
  await expect(page).toHaveURL(/\/zh-CN\/products\/celadon-mug$/)
  await expect(page.getByText('€22.00').first()).toBeVisible()
})

test('Without script, I choose the kind I want and see its picture', async ({ page }) => {
  await page.goto('/en/products/celadon-mug')
  await choose(page, 'ink')
  await expect(page).toHaveURL(/\/en\/products\/celadon-mug\?variant=celadon-mug-ink/)
  await expect(page.getByRole('img', { name: 'Celadon mug, ink' })).toBeVisible()
  await expect(page.getByRole('img', { name: 'Celadon mug, celadon' })).toHaveCount(0)
})

test('Without script, a thing too cheap to be charged alone brings me to the cart, which says why', async ({
  page,
}) => {
  await page.goto('/en/products/brass-bookmark')
  await page.getByRole('button', { name: 'Buy now' }).click()
  await expect(page).toHaveURL(/\/en\/cart\?problem=amount-too-small#cart-note$/)
  await expect(page.getByRole('alert')).toContainText('$0.05 more and you can pay')
  await expect(page.getByRole('spinbutton', { name: 'Quantity of Brass bookmark' })).toHaveValue('1')
})

test('Without script, a payment page that cannot be reached is told in plain words, and works later', async ({
  page,
  control,
}) => {
  await addToCart(page, '/en/products/gaiwan')
  await control.breakNext({ fault: '500', path: '/v1/checkout/sessions' })
  await page.getByRole('button', { name: 'Pay from $25.00' }).click()
  await expect(page.getByRole('alert')).toContainText('cannot be reached')
  await control.mend()
  await page.getByRole('button', { name: 'Pay from $25.00' }).click()
  await sessionOnPage(page)
  await payWithCard(page)
  await expectPaid(page)
})

test('Without script, more than there is of a thing cannot be asked for, and the page says why', async ({
  page,
}) => {
  await page.goto('/en/products/walnut-tray')
  const reason = page.getByText(/^From 1 to \d+: there are no more than that\.$/)
  await expect(reason).toBeHidden()
  await page.getByRole('spinbutton', { name: 'Quantity' }).fill('90')
  await expect(reason).toBeVisible()
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await expect(page).toHaveURL(/\/products\/walnut-tray$/)
})

test('Without script, more than there is of a thing is refused in the cart with how many are left', async ({
  page,
  context,
  shop,
}) => {
  await context.addCookies([{ name: 'cart', value: 'walnut-tray:90', url: shop.url }])
  await page.goto('/en/cart')
  await expect(page.getByText(/Only \d+ left, you wanted 90\./)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Pay/ })).toBeDisabled()
})

test('Without script, a newcomer’s double click makes one order, however slow Stripe is', async ({
  page,
  shop,
  control,
}) => {
  await page.goto('/en/products/gaiwan')
  const orders = shop.records.countOrders()
  await control.breakNext({ fault: 'slow', path: '/v1/checkout/sessions', ms: 800, times: 2 })
  await page.getByRole('button', { name: 'Buy now' }).dblclick()
  await sessionOnPage(page)
  expect(shop.records.countOrders()).toBe(orders + 1)
})

for (const { what, address, language, words } of [
  { what: 'a product', address: '/zh-CN/products/nothing', language: 'zh-CN', words: '这里什么也没有' },
  {
    what: 'what no letter comes of',
    address: '/en/products/%E0%A4%A',
    language: 'en',
    words: 'Nothing here',
  },
]) {
  test(`Without script, ${what} that does not exist is not found in words, and leads to the shop`, async ({
    page,
  }) => {
    const answer = await page.goto(address)
    expect(answer?.status()).toBe(404)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await expect(title(page).first()).toHaveText(words)
    await page
      .getByRole('link', { name: /To the shop|回到店里/ })
      .first()
      .click()
    await expect(title(page)).toBeVisible()
  })
}

test('Without script and without a database, every page says in words that the shop is busy', async ({
  page,
  context,
}) => {
  const { url, stop } = await startEmptyShop()
  try {
    const cookies = { cart: 'gaiwan:1', shopper: 'A'.repeat(22) }
    await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url })))
    for (const path of ['', '/products/gaiwan', '/cart', '/cancel', `/orders/${'x'.repeat(22)}`]) {
      await page.goto(`${url}/en${path}`)
      await expect(title(page), path).toHaveText('The shop is busy just now')
      await expect(page.getByRole('link', { name: 'To the shop' }), path).toBeVisible()
      await page.goto(`${url}/zh-CN${path}`)
      await expect(title(page), path).toHaveText('小铺正忙')
    }
  } finally {
    await stop()
  }
})
