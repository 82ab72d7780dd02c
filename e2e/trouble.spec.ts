// When something is wrong, the shopper reads what, loses nothing, and can go on.
import { payWithCard, sessionOnPage, shopper } from './payment-page.ts'
import { buyAndPay, expectPaid, goToPayment, openProduct, title } from './shop-pages.ts'
import { expect, test } from './shop.ts'

const buy = { name: 'Buy now' }
const path = '/v1/checkout/sessions'

for (const { what, fault } of [
  { what: 'cannot be reached', fault: 'reset' },
  { what: 'is broken', fault: '500' },
  { what: 'is too busy', fault: '429' },
] as const) {
  test(`When Stripe ${what}, I am told so, nothing is held, and the same button works later`, async ({
    page,
    shop,
    control,
  }) => {
    await openProduct(page, '/en/products/clay-teapot')
    const stock = shop.records.stock('clay-teapot')
    await control.breakNext({ fault, path })
    await page.getByRole('button', buy).click()
    await expect(page.getByRole('status')).toContainText('cannot be reached')
    expect(shop.records.stock('clay-teapot')).toEqual(stock)
    await control.mend()
    await page.getByRole('button', buy).click()
    await sessionOnPage(page)
    await payWithCard(page)
    await expectPaid(page)
    expect(shop.records.stock('clay-teapot').sold).toBe(stock.sold + 1)
  })
}

for (const fault of ['500', 'reset-after-effect'] as const) {
  test(`One failed call to Stripe (${fault}) is not even noticed, and makes one order`, async ({
    page,
    shop,
    control,
  }) => {
    await openProduct(page, '/en/products/gaiwan')
    const orders = shop.records.countOrders()
    await control.breakNext({ fault, path, times: 1 })
    await page.getByRole('button', buy).click()
    const session = await sessionOnPage(page)
    expect(shop.records.order(session)?.session).toBe('open')
    expect(shop.records.countOrders()).toBe(orders + 1)
  })
}

test('Paid while Stripe stops answering: the page shows what is known and says that it may be old', async ({
  page,
  control,
}) => {
  const session = await buyAndPay(page, 'gaiwan')
  await control.breakNext({ fault: '500', path })
  await page.goto(`/en/success?session_id=${session}`)
  await expect(title(page)).toHaveText('Paid. Thank you!')
  await expect(page.getByText('Stripe does not answer')).toBeVisible()
})

test('Paid while neither Stripe nor its webhooks reach the shop: it does not claim that I have not paid', async ({
  page,
  control,
}) => {
  await control.holdWebhooks(true)
  await goToPayment(page, 'gaiwan')
  await control.breakNext({ fault: '500', path })
  await payWithCard(page)
  await expect(title(page)).toHaveText('We cannot see the payment just now')
  await control.mend()
  await page.reload()
  await expectPaid(page)
})

test('My network goes away as I press Buy now: the page says so, and the button works when it is back', async ({
  page,
}) => {
  await openProduct(page, '/en/products/gaiwan')
  await page.route('**/api/checkout_sessions', (route) => route.abort())
  await page.getByRole('button', buy).click()
  await expect(page.getByRole('status')).toContainText('cannot be reached')
  await page.unrouteAll()
  await page.getByRole('button', buy).click()
  await sessionOnPage(page)
})

for (const { what, address } of [
  { what: 'of no payment', address: '/en/success?session_id=cs_test_a1nothingofthekind' },
  { what: 'with rubbish in it', address: `/en/success?session_id=${encodeURIComponent(`'"><b>../..`)}` },
  { what: 'with two payments', address: '/en/success?session_id=cs_test_a1&session_id=cs_test_a2' },
  { what: 'without a payment', address: '/en/success' },
]) {
  test(`An address ${what} thanks nobody and says that there is no such order`, async ({ page }) => {
    await page.goto(address)
    await expect(title(page)).toHaveText('No order to show here')
    await expect(page.getByRole('link', { name: 'To the shop' })).toBeVisible()
  })
}

test('Whoever else gets hold of my success address learns neither who I am nor what I bought', async ({
  page,
  browser,
  shop,
}) => {
  const session = await buyAndPay(page, 'green-tea-50g')
  const stranger = await browser.newPage({ baseURL: shop.url })
  await stranger.goto(`/en/success?session_id=${session}`)
  await expect(title(stranger)).toHaveText('Paid. Thank you!')
  const order = shop.records.order(session)
  for (const secret of [
    shopper.email,
    shopper.name,
    'Spring green tea',
    order?.id ?? '',
    'See the order',
    '$',
  ])
    await expect(stranger.locator('main').getByText(secret)).toHaveCount(0)
  await stranger.goto(`/en/orders/${order?.token}`)
  await expect(stranger.getByText('Spring green tea')).toBeVisible()
  for (const secret of [shopper.email, shopper.name]) await expect(stranger.getByText(secret)).toHaveCount(0)
  await stranger.close()
})

test('An unpaid payment page that a stranger reports as done is not paid', async ({ page }) => {
  const session = await goToPayment(page, 'gaiwan')
  await page.goto(`/en/success?session_id=${session}`)
  await expect(title(page)).toHaveText('Not paid yet')
  await page.getByRole('link', { name: 'Go on to payment' }).click()
  expect(await sessionOnPage(page)).toBe(session)
})

test('Another site that posts a form to the shop in my name gets nowhere', async ({ page, shop }) => {
  const form = (action: string) =>
    `<form method="post" action="${shop.url}/api/${action}"><input name="sku" value="gaiwan"><button>Win</button></form>`
  await page.route('http://elsewhere.example/*', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: form(new URL(route.request().url()).searchParams.get('to') ?? ''),
    }),
  )
  const orders = shop.records.countOrders()
  for (const action of ['checkout_sessions', 'cart', 'preferences', 'orders/find', 'orders/receipt']) {
    await page.goto(`http://elsewhere.example/?to=${encodeURIComponent(action)}`)
    await page.getByRole('button', { name: 'Win' }).click()
    await expect(page.getByText('This request did not come from')).toBeVisible()
    await expect(page.getByRole('link', { name: 'To the shop' })).toBeVisible()
  }
  expect(shop.records.countOrders()).toBe(orders)
  await page.goto('/en/cart')
  await expect(page.getByText('Nothing in it yet.')).toBeVisible()
})
