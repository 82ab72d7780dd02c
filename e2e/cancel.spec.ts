// Turning back on the payment page, and going on later.
import { payWithCard, sessionOnPage } from './payment-page.ts'
import { addToCart, goToPayment, expectPaid, title } from './shop-pages.ts'
import { expect, test } from './shop.ts'

test('I turn back on the payment page, find my cart as it was, and go on to pay where I left off', async ({
  page,
  shop,
}) => {
  await addToCart(page, '/en/products/gaiwan', 2)
  await page.getByRole('button', { name: 'Pay from $44.00' }).click()
  const session = await sessionOnPage(page)
  await page.getByTestId('business-link').click()
  await expect(page).toHaveURL(`${shop.url}/en/cancel`)
  await expect(title(page)).toHaveText('Not paid, nothing lost')
  await expect(page.getByText(/stays open for you for another \d+ minutes/)).toBeVisible()
  await page.getByRole('link', { name: 'To the cart' }).click()
  await expect(page.getByRole('spinbutton', { name: 'Quantity of Porcelain gaiwan' })).toHaveValue('2')
  await page.goto('/en/cancel')
  await page.getByRole('link', { name: 'Go on to payment' }).click()
  expect(await sessionOnPage(page)).toBe(session)
  await payWithCard(page)
  await expectPaid(page)
})

test('The page for turning back speaks Chinese to those who were buying in Chinese', async ({ page }) => {
  await goToPayment(page, 'gaiwan', { locale: 'zh-CN' })
  await page.getByTestId('business-link').click()
  await expect(page).toHaveURL(/\/zh-CN\/cancel$/)
  await expect(title(page)).toHaveText('没有付款，什么都没丢')
  await expect(page.getByRole('link', { name: '继续付款' })).toBeVisible()
})

test('The page for turning back says paid when I have paid after all', async ({ page }) => {
  await goToPayment(page, 'gaiwan')
  await payWithCard(page)
  await expectPaid(page)
  await page.goto('/en/cancel')
  await expect(title(page)).toHaveText('Paid. Thank you!')
})

test('The page for turning back offers no way to a payment that has expired', async ({ page, shop }) => {
  const session = await goToPayment(page, 'gaiwan')
  await shop.stripe.call(`/v1/checkout/sessions/${session}/expire`, {})
  await page.goto('/en/cancel')
  await expect(title(page)).toHaveText('This checkout has expired')
  await expect(page.getByRole('link', { name: 'Go on to payment' })).toHaveCount(0)
})

test('The page for turning back shows a visitor who ordered nothing the way to the cart, and no payment', async ({
  page,
}) => {
  await page.goto('/en/cancel')
  await expect(title(page)).toHaveText('Not paid, nothing lost')
  await expect(page.getByRole('link', { name: 'To the cart' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Go on to payment' })).toHaveCount(0)
})
