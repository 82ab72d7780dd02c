// What is added to the goods and taken off: shipping, and a discount code.
import { applyCode, payNothing, payWithCard, sessionOnPage, shopper } from './payment-page.ts'
import { expectPaid, goToPayment, openProduct } from './shop-pages.ts'
import { expect, test } from './shop.ts'
import type { Shop } from './shop.ts'

test('I pay with a discount code and express shipping, and the shop tells to the cent what I was charged for', async ({
  page,
  shop,
}) => {
  const code = await makeCode(shop, '10')
  await openProduct(page, '/en/products/celadon-mug')
  await page.getByRole('button', { name: 'Buy now' }).click()
  await sessionOnPage(page)
  await expect(page.getByText('$30.00').first()).toBeVisible()
  await page.getByText('Express shipping').click()
  await applyCode(page, code)
  await expect(page.getByText('$36.60').first()).toBeVisible()
  await payWithCard(page)
  await expectPaid(page)
  await expect(page.getByText('your payment of $36.60 has arrived')).toBeVisible()
  const sums = page.locator('.order-sums')
  for (const part of ['$24.00', '-$2.40', 'Express shipping', '$15.00', '$36.60'])
    await expect(sums).toContainText(part)
  await page.getByRole('link', { name: 'See the order' }).first().click()
  await expect(page.getByText(shopper.address.line1).first()).toBeVisible()
})

test('A code that covers everything makes my order free: I pay nothing and am thanked for it', async ({
  page,
  shop,
}) => {
  const code = await makeCode(shop, '100')
  await goToPayment(page, 'walnut-tray', { quantity: 2 })
  await expect(page.getByText('Free').first()).toBeVisible()
  await applyCode(page, code)
  await expect(page.getByText('$0.00').first()).toBeVisible()
  await payNothing(page)
  await expectPaid(page)
  await expect(page.locator('.order-sums')).toContainText('-$78.00')
})

test('A code that nobody made takes nothing off, and says so', async ({ page }) => {
  await goToPayment(page, 'celadon-mug-ink')
  await applyCode(page, 'NOSUCHCODE')
  await expect(page.getByText(/code is invalid/)).toBeVisible()
  await expect(page.getByText('$30.00').first()).toBeVisible()
})

async function makeCode({ stripe }: Shop, percent_off: string): Promise<string> {
  const coupon = (await stripe.call('/v1/coupons', { percent_off, duration: 'once' })) as { id: string }
  const made = await stripe.call('/v1/promotion_codes', {
    'promotion[type]': 'coupon',
    'promotion[coupon]': coupon.id,
  })
  return (made as { code: string }).code
}
