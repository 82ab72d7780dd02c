// The shop learns of a payment in two ways, Stripe's webhook and the shopper's return: either is enough, in any order.
import { payWithCard } from './payment-page.ts'
import { buyAndPay, goToPayment, expectPaid, title } from './shop-pages.ts'
import { expect, test } from './shop.ts'

const completed = 'checkout.session.completed applied'

test('I am told that it is paid even while Stripe’s webhooks are late; when they come, nothing changes', async ({
  page,
  shop,
  control,
}) => {
  await control.holdWebhooks(true)
  const session = await buyAndPay(page, 'gaiwan')
  expect(shop.records.events(session)).toEqual([])
  const stock = shop.records.stock('gaiwan')
  expect(shop.records.order(session)).toMatchObject({ payment: 'paid', stock: 'sold' })
  await control.holdWebhooks(false)
  await expect.poll(() => shop.records.events(session).map(({ what }) => what)).toContain(completed)
  expect(shop.records.stock('gaiwan')).toEqual(stock)
  await page.reload()
  await expectPaid(page)
})

test('My order is paid even when I never come back from the payment page', async ({ page, shop }) => {
  await page.route('**/success*', (route) => route.abort())
  const session = await goToPayment(page, 'gaiwan')
  await payWithCard(page)
  await expect.poll(() => shop.records.order(session)?.payment).toBe('paid')
  await page.goto(`/en/orders/${shop.records.order(session)?.token}`)
  await expect(title(page)).toHaveText('Paid. Thank you!')
  expect(shop.records.order(session)?.stock).toBe('sold')
})

test('Stripe telling the same twice changes nothing', async ({ page, shop, control }) => {
  const session = await buyAndPay(page, 'gaiwan')
  await expect.poll(() => shop.records.events(session).map(({ what }) => what)).toContain(completed)
  const before = { order: shop.records.order(session), stock: shop.records.stock('gaiwan') }
  const [event] = shop.records.events(session)
  await control.redeliver(event?.id ?? '')
  // The next order's webhook comes after the repeated one: by then that has been dealt with.
  await buyAndPay(page, 'chopsticks')
  expect(shop.records.order(session)).toEqual(before.order)
  expect(shop.records.stock('gaiwan')).toEqual(before.stock)
  expect(shop.records.events(session).filter(({ what }) => what === completed)).toHaveLength(1)
})

test('A checkout that Stripe closes unpaid gives its things back to the shop', async ({ page, shop }) => {
  const before = shop.records.stock('gaiwan')
  const session = await goToPayment(page, 'gaiwan')
  expect(shop.records.stock('gaiwan').left).toBe(before.left - 1)
  await shop.stripe.call(`/v1/checkout/sessions/${session}/expire`, {})
  await expect.poll(() => shop.records.stock('gaiwan').left).toBe(before.left)
  await page.goto(`/en/success?session_id=${session}`)
  await expect(title(page)).toHaveText('This checkout has expired')
})

test('A webhook that Stripe did not sign is refused and changes nothing', async ({ page, request, shop }) => {
  const session = await goToPayment(page, 'gaiwan')
  const answer = await request.post('/api/webhooks/stripe', {
    headers: { 'Stripe-Signature': `t=${Math.floor(Date.now() / 1000)},v1=${'0'.repeat(64)}` },
    data: {
      id: 'evt_forged',
      object: 'event',
      type: 'checkout.session.completed',
      created: 1,
      data: { object: { id: session, payment_status: 'paid' } },
    },
  })
  expect(answer.status()).toBe(400)
  expect(shop.records.order(session)?.payment).toBe('none')
  await page.goto(`/en/success?session_id=${session}`)
  await expect(title(page)).toHaveText('Not paid yet')
})
