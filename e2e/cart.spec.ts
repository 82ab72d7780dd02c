// What the cart says when it cannot be bought as it is, and what happens to things that are gone.
import { DatabaseSync } from 'node:sqlite'
import { sessionOnPage } from './payment-page.ts'
import { addToCart, choose, goToPayment, openProduct, scriptIsReady } from './shop-pages.ts'
import { expect, type Shop, test } from './shop.ts'

test('The cart keeps what I put in, adds it up, and counts it in the header', async ({ page }) => {
  await addToCart(page, '/en/products/gaiwan', 2)
  await addToCart(page, '/en/products/gaiwan')
  await expect(page.getByRole('spinbutton', { name: 'Quantity of Porcelain gaiwan' })).toHaveValue('3')
  await expect(page.getByRole('button', { name: 'Pay from $63.00 with Stripe' })).toBeEnabled()
  await page.goto('/en')
  await expect(page.getByRole('link', { name: /^Cart/ })).toHaveText('Cart 3')
})

test('The cart follows me into another language and another currency', async ({ page }) => {
  await addToCart(page, '/en/products/gaiwan')
  await page.getByRole('button', { name: '简体中文' }).click()
  await expect(page.getByRole('button', { name: '前往支付¥140.00起' })).toBeEnabled()
  await page.getByRole('button', { name: 'JPY' }).click()
  await expect(page.getByRole('button', { name: /前往支付(JP)?¥3,600起/ })).toBeEnabled()
})

test('A cart too small for a card says how much is missing, and can be paid once there is more in it', async ({
  page,
}) => {
  await addToCart(page, '/en/products/brass-bookmark')
  await expect(page.getByText('$0.05 more and you can pay')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Pay/ })).toBeDisabled()
  await addToCart(page, '/en/products/brass-bookmark')
  await page.getByRole('button', { name: 'Pay from $6.90' }).click()
  await sessionOnPage(page)
})

test('A product that is sold out says so and offers no button', async ({ page }) => {
  await page.goto('/en/products/paper-lamp')
  await expect(page.getByText('Sold out. It comes back')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Buy now' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Add to cart' })).toHaveCount(0)
  await page.goto('/en/collections/home')
  await expect(page.getByRole('listitem').filter({ hasText: 'Paper lamp' })).toContainText('Sold out')
})

test('A thing without a price in my currency sends me to another currency, and does not call itself sold out', async ({
  page,
}) => {
  await page.goto('/en/products/walnut-tray')
  await page.getByRole('button', { name: 'JPY' }).click()
  await expect(page.getByText('Choose another currency below to buy it.')).toBeVisible()
  await expect(page.getByText('Sold out')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Buy now' })).toHaveCount(0)
  await page.getByRole('button', { name: 'EUR' }).click()
  await expect(page.getByRole('button', { name: 'Buy now' })).toBeVisible()
})

test('A kind that is sold out says so, can be looked at, and cannot be bought', async ({ page }) => {
  await page.goto('/en/products/bud-vase')
  await choose(page, 'terracotta')
  await expect(page.getByRole('link', { name: 'terracotta Sold out' })).toBeVisible()
  await expect(page.getByText('Sold out. It comes back')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Buy now' })).toHaveCount(0)
  await choose(page, 'white')
  await expect(page.getByRole('button', { name: 'Buy now' })).toBeVisible()
})

test('A sold-out thing that is in my cart already says so there, and can be removed', async ({
  page,
  context,
  shop,
}) => {
  await context.addCookies([{ name: 'cart', value: 'paper-lamp:1.gaiwan:1', url: shop.url }])
  await page.goto('/en/cart')
  await expect(page.getByText('Sold out. Remove it to go on.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Pay/ })).toBeDisabled()
  await page.getByRole('button', { name: 'Remove Paper lamp' }).click()
  await expect(page.getByRole('button', { name: 'Pay from $25.00' })).toBeEnabled()
})

test('The last ones belong to whoever is on the payment page first; the next shopper is refused before paying', async ({
  page,
  browser,
  shop,
}) => {
  await openProduct(page, '/en/products/linen-notebook?variant=linen-notebook-moss')
  await expect(page.getByText('Only 3 left')).toBeVisible()
  const faster = await browser.newPage({ baseURL: shop.url })
  const session = await goToPayment(faster, 'linen-notebook-moss', { quantity: 3 })
  await faster.close()
  await page.getByRole('button', { name: 'Buy now' }).click()
  await expect(page.getByRole('status')).toContainText(/not (enough|that many)/)
  await shop.stripe.call(`/v1/checkout/sessions/${session}/expire`, {})
  await expect.poll(() => shop.records.stock('linen-notebook-moss').left).toBe(3)
  await page.getByRole('button', { name: 'Buy now' }).click()
  await sessionOnPage(page)
})

function setPrice(shop: Shop, sku: string, amount: number) {
  const database = new DatabaseSync(shop.file)
  database.prepare(`UPDATE "Price" SET "amount" = ? WHERE "sku" = ? AND "currency" = 'usd'`).run(amount, sku)
  database.close()
}

test('A price that has changed since is told with the old and the new one before I pay, and nobody pays another total than they saw', async ({
  page,
  context,
  shop,
}) => {
  await addToCart(page, '/en/products/clay-teapot')
  const stale = await context.newPage()
  await stale.goto('/en/cart')
  await scriptIsReady(stale)
  setPrice(shop, 'clay-teapot', 6100)
  try {
    await stale.getByRole('button', { name: /^Pay/ }).click()
    await expect(stale.getByRole('alert').first()).toContainText('A price has changed')
    await expect(stale.getByText(/: \$\d\d\.00\s→\s\$61\.00 each/)).toBeVisible()
    const pay = stale.getByRole('button', { name: 'Pay from $61.00 with Stripe' })
    // What the browser keeps is shown as what was, and never charged.
    await stale.goto('/en/help/delivery')
    await context.addCookies([
      { name: 'cart', value: 'clay-teapot:1:1', url: shop.url },
      { name: 'seen', value: 'usd.clay-teapot:1', url: shop.url },
    ])
    await stale.goto('/en/cart')
    await expect(stale.getByText(/Dearer now: \$0\.01\s→\s\$61\.00 each/)).toBeVisible()
    await pay.click()
    const session = await sessionOnPage(stale)
    const { amount_subtotal } = (await shop.stripe.call(`/v1/checkout/sessions/${session}`)) as {
      amount_subtotal: number
    }
    expect(amount_subtotal).toBe(6100)
    await stale.goto('/en/cart')
    await expect(stale.getByText(/Dearer now/)).toHaveCount(0)
    await expect(stale.getByText(/Held for you for another \d+ minutes/)).toBeVisible()
  } finally {
    setPrice(shop, 'clay-teapot', 5200)
  }
})

test('A cart cookie with rubbish in it loses only the rubbish', async ({ page, context, shop }) => {
  await context.addCookies([
    { name: 'cart', value: '%%%.gaiwan:2.:9.chopsticks:-1.<b>:1.gaiwan', url: shop.url },
  ])
  await page.goto('/en/cart')
  await expect(page.getByRole('spinbutton')).toHaveCount(1)
  await expect(page.getByRole('button', { name: 'Pay from $44.00' })).toBeEnabled()
})

test('A thing that the shop no longer knows stays in my cart until I remove it', async ({
  page,
  context,
  shop,
}) => {
  await context.addCookies([{ name: 'cart', value: 'gaiwan:1.sold-years-ago:1', url: shop.url }])
  await page.goto('/en/cart')
  await expect(page.getByText('This is not sold any more')).toBeVisible()
  await page.getByRole('button', { name: 'Remove sold-years-ago' }).click()
  await expect(page.getByRole('button', { name: 'Pay from $25.00' })).toBeEnabled()
})
