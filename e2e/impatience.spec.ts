// Double clicks, second thoughts and second tabs.
import { cards, payWithCard, sessionOnPage } from './payment-page.ts'
import {
  addToCart,
  buyAndPay,
  buyNow,
  goToPayment,
  expectPaid,
  openProduct,
  scriptIsReady,
} from './shop-pages.ts'
import { expect, type Shop, test } from './shop.ts'
import type { StripeSession } from './stripe-account.ts'

const buy = { name: 'Buy now' }

/** How many sessions Stripe has for this shop. */
async function countSessions(shop: Shop): Promise<number> {
  const { data } = (await shop.stripe.call('/v1/checkout/sessions?limit=100')) as { data: StripeSession[] }
  return data.filter((session) => session.success_url.startsWith(shop.url)).length
}

test('A double click on Buy now makes one order and one payment', async ({ page, shop }) => {
  await openProduct(page, '/en/products/gaiwan')
  const [orders, sessions] = [shop.records.countOrders(), await countSessions(shop)]
  await page.getByRole('button', buy).dblclick()
  await sessionOnPage(page)
  expect(shop.records.countOrders()).toBe(orders + 1)
  expect(await countSessions(shop)).toBe(sessions + 1)
})

test('A double click on the cart’s button makes one order and one payment', async ({ page, shop }) => {
  await addToCart(page, '/en/products/gaiwan')
  await scriptIsReady(page)
  const [orders, sessions] = [shop.records.countOrders(), await countSessions(shop)]
  await page.getByRole('button', { name: /^Pay/ }).dblclick()
  await sessionOnPage(page)
  expect(shop.records.countOrders()).toBe(orders + 1)
  expect(await countSessions(shop)).toBe(sessions + 1)
})

test('While the payment page opens, the shop says so', async ({ page, control }) => {
  await openProduct(page, '/en/products/gaiwan')
  await control.breakNext({ fault: 'slow', path: '/v1/checkout/sessions', ms: 1500 })
  await page.getByRole('button', buy).click()
  await expect(page.getByText('Opening the payment page')).toBeVisible()
  await sessionOnPage(page)
})

test('Back from the payment page, the button works again and leads to the same payment', async ({
  page,
  shop,
}) => {
  const session = await buyNow(page, '/en/products/gaiwan')
  const orders = shop.records.countOrders()
  await page.goBack()
  await scriptIsReady(page)
  await page.getByRole('button', buy).click()
  expect(await sessionOnPage(page)).toBe(session)
  expect(shop.records.countOrders()).toBe(orders)
  await payWithCard(page)
  await expectPaid(page)
})

test('Back to a page that the browser kept as it was, the button works again', async ({ playwright, shop }, {
  project,
}) => {
  // Playwright switches this memory of Chromium off unless told not to.
  const browser = await playwright.chromium.launch({
    ...project.use.launchOptions,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  })
  try {
    const page = await browser.newPage({ baseURL: shop.url })
    const session = await buyNow(page, '/en/products/gaiwan')
    await page.goBack({ waitUntil: 'commit' })
    const loaded = await page.evaluate(() => performance.getEntriesByType('navigation')[0]?.toJSON().type)
    test.skip(loaded !== 'navigate', 'this browser did not keep the page')
    await expect(page.getByText('Opening the payment page')).toBeHidden()
    await page.getByRole('button', buy).click()
    expect(await sessionOnPage(page)).toBe(session)
  } finally {
    await browser.close()
  }
})

test('Two tabs with the same thing lead to one payment, and paying in one is enough', async ({
  page,
  context,
  shop,
}) => {
  const session = await buyNow(page, '/en/products/gaiwan')
  const otherTab = await context.newPage()
  expect(await buyNow(otherTab, '/en/products/gaiwan')).toBe(session)
  const { sold } = shop.records.stock('gaiwan')
  await payWithCard(page)
  await expectPaid(page)
  await otherTab.reload()
  await expect(otherTab.getByTestId('hosted-payment-submit-button')).toHaveCount(0)
  expect(shop.records.stock('gaiwan').sold).toBe(sold + 1)
})

test('Going for something else closes the payment I left open, so that only one can be paid', async ({
  page,
  context,
  shop,
}) => {
  const first = await goToPayment(page, 'gaiwan')
  const otherTab = await context.newPage()
  await buyNow(otherTab, '/en/products/chopsticks')
  const session = (await shop.stripe.call(`/v1/checkout/sessions/${first}`)) as StripeSession
  expect(session.status).toBe('expired')
  expect(shop.records.order(first)?.stock).toBe('released')
  await payWithCard(otherTab, cards.works)
  await expectPaid(otherTab)
})

test('The same thing can be bought again after it is paid, as a new order', async ({ page }) => {
  const first = await buyAndPay(page, 'gaiwan')
  expect(await buyNow(page, '/en/products/gaiwan')).not.toBe(first)
})
