// What is in Local Stripe can be watched in a browser, as it happens and without reloading.
import { buyAndPay } from './shop-pages.ts'
import { expect, test } from './shop.ts'

test('I see a payment’s events as they happen, and one that I send again reaches the shop once more', async ({
  page,
  context,
  shop,
  control,
}) => {
  await control.holdWebhooks(false)
  const watched = await context.newPage()
  await watched.goto(shop.stripe.localUrl ?? '')
  await expect(watched.getByText('Live', { exact: true })).toBeVisible()
  const session = await buyAndPay(page, 'gaiwan')
  const link = watched.getByRole('link', { name: session }).first()
  await expect(link).toBeVisible()
  const [event] = shop.records.events(session)
  await watched.goto(`${shop.stripe.localUrl}/_local/window/events/${event?.id}`)
  await expect(watched.getByText('checkout.session.completed').first()).toBeVisible()
  await watched.getByRole('button', { name: 'Send again' }).first().click()
  await expect(watched.getByText('Done')).toBeVisible()
  await expect(watched.getByText('200').nth(1)).toBeVisible()
})
