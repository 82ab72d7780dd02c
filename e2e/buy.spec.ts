// A purchase from end to end.
import { cards, payWithCard, sessionOnPage, shopper } from './payment-page.ts'
import {
  addToCart,
  buyAndPay,
  buyNow,
  choose,
  expectPaid,
  goToPayment,
  openProduct,
  scriptIsReady,
  title,
} from './shop-pages.ts'
import { expect, test } from './shop.ts'
import { againstStripe } from './stripe-mode.ts'

test('I buy a mug in English and dollars, and the shop says what I bought and that it is paid', async ({
  page,
}) => {
  await page.goto('/en/products/celadon-mug')
  await choose(page, 'ink')
  await page.getByRole('button', { name: 'Buy now' }).click()
  await sessionOnPage(page)
  await expect(page.getByText('Celadon mug, ink').first()).toBeVisible()
  await expect(page.getByText('$24.00').first()).toBeVisible()
  await payWithCard(page, cards.works)
  await expectPaid(page)
  await expect(page.getByText('your payment of $30.00 has arrived')).toBeVisible()
  await expect(page.getByRole('heading', { name: /^Order [0-9A-Z]{5}-[0-9A-Z]{5}$/ })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Celadon mug, ink' })).toContainText('1 × $24.00')
  for (const payer of [shopper.name, shopper.email])
    await expect(page.getByRole('definition').filter({ hasText: payer }).first()).toBeVisible()
})

test('I buy tea in Chinese and yuan, and every page up to the thanks is in Chinese', async ({ page }) => {
  await page.goto('/zh-CN/products/green-tea')
  await choose(page, '100克')
  await page.getByRole('button', { name: '立即购买' }).click()
  await sessionOnPage(page)
  await expect(page.locator('html')).toHaveAttribute('lang', /^zh/)
  await expect(page.getByText('明前绿茶').first()).toBeVisible()
  await expect(page.getByText('¥158.00').first()).toBeVisible()
  await payWithCard(page)
  await expectPaid(page)
  await expect(page.getByText('¥170.00已收到')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: '明前绿茶' })).toContainText('¥158.00')
})

test('The payment page shows a picture of what I am about to pay for', async ({ page }) => {
  test.skip(againstStripe, 'Stripe cannot fetch pictures from this machine')
  await goToPayment(page, 'gaiwan')
  const picture = page.locator('img[src*="gaiwan"]')
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
})

test('I buy three of a thing straight from its page, at three times its price', async ({ page, shop }) => {
  const { sold } = shop.records.stock('chopsticks')
  await openProduct(page, '/en/products/chopsticks')
  await page.getByRole('spinbutton', { name: 'Quantity' }).fill('3')
  await page.getByRole('button', { name: 'Buy now' }).click()
  await sessionOnPage(page)
  await expect(page.getByText('$43.50').first()).toBeVisible()
  await payWithCard(page)
  await expectPaid(page)
  expect(shop.records.stock('chopsticks').sold).toBe(sold + 3)
})

test('I buy a thing with the keyboard alone', async ({ page }) => {
  await openProduct(page, '/en/products/celadon-mug')
  const choices = page.getByRole('group', { name: 'Glaze' })
  await choices.getByRole('link', { name: 'celadon' }).focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(choices.getByRole('link', { name: 'white' })).toHaveAttribute('aria-current', 'true')
  await scriptIsReady(page)
  await page.keyboard.press('Tab')
  await expect(choices.getByRole('link', { name: 'ink' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('spinbutton', { name: 'Quantity' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Buy now' })).toBeFocused()
  await page.keyboard.press('Enter')
  await sessionOnPage(page)
  await expect(page.getByText('Celadon mug, white').first()).toBeVisible()
})

test('Reloading the page that thanks me buys nothing again and changes nothing', async ({ page, shop }) => {
  const session = await buyAndPay(page, 'rice-bowl')
  const { id } = shop.records.order(session) ?? {}
  const orders = shop.records.countOrders()
  const stock = shop.records.stock('rice-bowl')
  await page.reload()
  await expectPaid(page)
  await expect(page.getByRole('heading', { name: `Order ${id}` })).toBeVisible()
  expect(shop.records.countOrders()).toBe(orders)
  expect(shop.records.stock('rice-bowl')).toEqual(stock)
})

test('My order has a page of its own that I can come back to', async ({ page }) => {
  await buyAndPay(page, 'gaiwan')
  await page.getByRole('link', { name: 'See the order' }).click()
  await expect(page).toHaveURL(/\/en\/orders\/[\w-]{22}$/)
  await expect(title(page)).toHaveText('Paid. Thank you!')
  await expect(page.getByRole('listitem').filter({ hasText: 'Porcelain gaiwan' })).toContainText('$19.00')
  await expect(page.getByText(shopper.email).first()).toBeVisible()
})

test('What I paid for leaves the stock, once, and Stripe’s own word of it has reached the shop', async ({
  page,
  shop,
}) => {
  const before = shop.records.stock('chopsticks')
  const session = await buyAndPay(page, 'chopsticks')
  expect(shop.records.stock('chopsticks')).toEqual({
    ...before,
    left: before.left - 1,
    sold: before.sold + 1,
  })
  await expect
    .poll(() => shop.records.events(session).map(({ what }) => what))
    .toContain('checkout.session.completed applied')
  expect(shop.records.order(session)).toMatchObject({ payment: 'paid', stock: 'sold', email: shopper.email })
})

test('I pay for a cart of several things at once, at the total the cart promised', async ({ page }) => {
  await addToCart(page, '/en/products/cedar-pencils', 2)
  await addToCart(page, '/en/products/walnut-tray', 1)
  await expect(page.getByRole('spinbutton', { name: 'Quantity of Cedar pencils' })).toHaveValue('2')
  await page.getByRole('button', { name: 'Pay from $59.00' }).click()
  await sessionOnPage(page)
  await expect(page.getByText('$53.00').first()).toBeVisible()
  await payWithCard(page)
  await expectPaid(page)
  await expect(page.getByRole('listitem').filter({ hasText: 'Cedar pencils' })).toContainText('2 × $7.00')
  await expect(page.getByRole('listitem').filter({ hasText: 'Walnut tray' })).toContainText('1 × $39.00')
  await page.goto('/en/cart')
  await expect(page.getByText('Nothing in it yet.')).toBeVisible()
})

test('What I bought leaves my cart; what I put there meanwhile stays', async ({ page, context }) => {
  await addToCart(page, '/en/products/gaiwan')
  await page.getByRole('button', { name: /^Pay/ }).click()
  await sessionOnPage(page)
  const otherTab = await context.newPage()
  await addToCart(otherTab, '/en/products/chopsticks', 3)
  await payWithCard(page)
  await expectPaid(page)
  await page.getByRole('link', { name: 'Cart' }).click()
  await expect(page.getByRole('spinbutton', { name: 'Quantity of Lacquered chopsticks' })).toHaveValue('3')
  await expect(page.getByRole('spinbutton', { name: 'Quantity of Porcelain gaiwan' })).toHaveCount(0)
})

test('What I buy by Buy now leaves my cart alone, though the same thing is in it', async ({ page }) => {
  await addToCart(page, '/en/products/gaiwan', 2)
  await buyNow(page, '/en/products/gaiwan')
  await payWithCard(page)
  await expectPaid(page)
  await page.goto('/en/cart')
  await expect(page.getByRole('spinbutton', { name: 'Quantity of Porcelain gaiwan' })).toHaveValue('2')
})

test('What I put into the cart again stays there when I look at an old thank-you again', async ({ page }) => {
  await addToCart(page, '/en/products/gaiwan')
  await page.getByRole('button', { name: /^Pay/ }).click()
  await sessionOnPage(page)
  await payWithCard(page)
  await expectPaid(page)
  const thanks = page.url()
  await addToCart(page, '/en/products/gaiwan')
  const looked = page.waitForResponse(/\/api\/cart\/ordered/)
  await page.goto(thanks)
  await looked
  await page.goto('/en/cart')
  await expect(page.getByRole('spinbutton', { name: 'Quantity of Porcelain gaiwan' })).toHaveValue('1')
})

for (const { currency, price, total } of [
  { currency: 'EUR', price: '€22.00', total: '€27.00' },
  { currency: 'JPY', price: '¥3,600', total: '¥4,400' },
]) {
  test(`I choose ${currency} at the foot of the page and pay in it`, async ({ page }) => {
    await page.goto('/en/products/celadon-mug')
    await page.getByRole('button', { name: currency }).click()
    await expect(page).toHaveURL(/\/en\/products\/celadon-mug$/)
    await expect(page.getByText(price).first()).toBeVisible()
    await page.getByRole('button', { name: 'Buy now' }).click()
    await sessionOnPage(page)
    await expect(page.getByText(total).first()).toBeVisible()
    await payWithCard(page)
    await expectPaid(page)
    await expect(page.getByText(`your payment of ${total} has arrived`)).toBeVisible()
  })
}
