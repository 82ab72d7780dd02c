// Stripe.js is a convenience: whatever becomes of it, the shopper arrives at the payment page.
import { sessionOnPage } from './payment-page.ts'
import { openProduct } from './shop-pages.ts'
import { expect, test } from './shop.ts'

// At Stripe it is https://js.stripe.com/<version>/stripe.js.
const stripeJs = /\/stripe\.js$/
const standIn = (redirectToCheckout: string) =>
  `window.Stripe = Object.assign(() => ({ _registerWrapper() {}, redirectToCheckout: ${redirectToCheckout} }), { version: 'basil' })`

const troubles = [
  { what: 'is blocked', script: null },
  { what: 'is not a script at all', script: '<!doctype html><title>Blocked by your company</title>' },
  { what: 'answers that it cannot', script: standIn(`async () => ({ error: { message: 'No.' } })`) },
  { what: 'throws', script: standIn(`() => { throw new Error('No.') }`) },
  { what: 'loads and then does nothing', script: standIn('() => new Promise(() => {})') },
]

for (const { what, script } of troubles) {
  test(`I reach the payment page when Stripe.js ${what}`, async ({ page }) => {
    await page.route(stripeJs, (route) =>
      script === null ? route.abort() : route.fulfill({ contentType: 'text/javascript', body: script }),
    )
    await openProduct(page, '/en/products/gaiwan')
    await page.getByRole('button', { name: 'Buy now' }).click()
    await sessionOnPage(page)
    await expect(page.getByText('$19.00').first()).toBeVisible()
  })
}

test('I reach the payment page when Stripe.js never finishes loading', async ({ page }) => {
  await page.route(stripeJs, () => {})
  await openProduct(page, '/en/products/gaiwan')
  await page.getByRole('button', { name: 'Buy now' }).click()
  await expect(page.getByText('Opening the payment page')).toBeVisible()
  await sessionOnPage(page)
})

test('Stripe.js is what takes me to the payment page when all is well, and is not loaded before I buy', async ({
  page,
}) => {
  const loaded: string[] = []
  page.on('request', (request) => stripeJs.test(request.url()) && loaded.push(request.url()))
  await openProduct(page, '/en/products/gaiwan')
  expect(loaded).toEqual([])
  await page.getByRole('button', { name: 'Buy now' }).click()
  await sessionOnPage(page)
  expect(loaded).toHaveLength(1)
})
