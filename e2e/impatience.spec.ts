// Double clicks, second thoughts and second tabs.
import type { Route } from 'playwright/test'
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

test('Shown again as I left it, the page has its button working again', async ({ page }) => {
  const asked = Promise.withResolvers<Route>()
  await page.route('**/api/checkout_sessions', (route) => asked.resolve(route), { times: 1 })
  await openProduct(page, '/en/products/gaiwan')
  await page.getByRole('button', buy).click()
  await expect(page.getByText('Opening the payment page')).toBeVisible()
  // What a browser does with a page that it kept. Whether it keeps one is its own affair.
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  await expect(page.getByText('Opening the payment page')).toBeHidden()
  await (await asked.promise).abort()
  await page.getByRole('button', buy).click()
  await sessionOnPage(page)
})

test('Back from the payment page to the cart, it is there as I left it and its button works', async ({
  page,
}) => {
  await addToCart(page, '/en/products/gaiwan', 2)
  await page.getByRole('button', { name: /^Pay/ }).click()
  const session = await sessionOnPage(page)
  await page.goBack()
  await expect(page.getByRole('spinbutton', { name: 'Quantity of Porcelain gaiwan' })).toHaveValue('2')
  await page.getByRole('button', { name: /^Pay/ }).click()
  expect(await sessionOnPage(page)).toBe(session)
})

test('The payment page does not come and I stop it: after a while the button works again', async ({
  page,
  shop,
}) => {
  await page.clock.install()
  // What pressing Esc does.
  await page.route(/\/c\/pay\//, (route) => route.abort('aborted'))
  await openProduct(page, '/en/products/gaiwan')
  const orders = shop.records.countOrders()
  const stopped = page.waitForEvent('requestfailed', (request) => request.url().includes('/c/pay/'))
  await page.getByRole('button', buy).click()
  await stopped
  await page.clock.runFor(4_000)
  await expect(page.getByText('Opening the payment page')).toBeVisible()
  await page.clock.runFor(30_000)
  await expect(page.getByText('Opening the payment page')).toBeHidden()
  await page.unrouteAll()
  await page.getByRole('button', buy).click()
  await sessionOnPage(page)
  expect(shop.records.countOrders()).toBe(orders + 1)
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
