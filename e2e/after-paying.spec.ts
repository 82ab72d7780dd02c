// What the shop says after paying: pages that wait for news, receipts again, orders found again.
import type { Page } from 'playwright/test'
import { payWithCard, sessionOnPage, shopper } from './payment-page.ts'
import { buyAndPay, expectPaid, goToPayment, title } from './shop-pages.ts'
import { expect, test } from './shop.ts'

for (const { how, blocked } of [
  { how: 'by itself', blocked: '' },
  { how: 'also where no stream comes through', blocked: 'text/event-stream' },
]) {
  test(`A page that waits for my payment tells of it ${how}, once, and leaves me where I am`, async ({
    page,
    context,
  }) => {
    await page.route('**/api/orders/status?*', (route) =>
      blocked && route.request().headers()['accept']?.includes(blocked) ? route.abort() : route.continue(),
    )
    const session = await goToPayment(page, 'gaiwan')
    const payment = await context.newPage()
    await payment.goto(page.url())
    await page.goto(`/en/success?session_id=${session}`)
    await expect(title(page)).toHaveText('Not paid yet')
    const live = await page.locator('main [aria-live]').elementHandle()
    const cart = page.getByRole('link', { name: 'Cart', exact: true })
    await cart.focus()
    const made: string[] = []
    page.on('request', (request) => made.push(request.url()))
    await payWithCard(payment)
    await expectPaid(payment)

    await expect(title(page)).toHaveText('Paid. Thank you!')
    await expect(cart).toBeFocused()
    expect(await live?.evaluate((element) => element.isConnected && element.textContent)).toContain('Paid')
    await expect(page.getByText('changes by itself')).toHaveCount(0)
    expect(made.filter((url) => url.includes('/success')).length).toBe(1)
  })
}

test('A waiting page left open tells that I have paid by the order’s own address, too', async ({
  page,
  context,
  shop,
}) => {
  const session = await goToPayment(page, 'gaiwan')
  const order = await context.newPage()
  await order.goto(`/en/orders/${shop.records.order(session)?.token}`)
  await expect(title(order)).toHaveText('Not paid yet')
  await payWithCard(page)
  await expectPaid(page)
  await expect(title(order)).toHaveText('Paid. Thank you!')
})

test('I find my order by its number and my e-mail; what does not fit is told at the field, and nothing is lost', async ({
  page,
  browser,
  shop,
}) => {
  const { id = '' } = shop.records.order(await buyAndPay(page, 'gaiwan')) ?? {}
  const elsewhere = await browser.newPage({ baseURL: shop.url, locale: 'zh-CN' })
  await elsewhere.goto('/orders')
  await lookUp(elsewhere, 'nope', shopper.email)
  await expect(elsewhere.getByRole('textbox', { name: '订单号' })).toBeFocused()
  await expect(elsewhere.getByRole('textbox', { name: '订单号' })).toHaveAccessibleDescription(/这不是订单号/)
  await expect(elsewhere.getByRole('textbox', { name: '邮箱' })).toHaveValue(shopper.email)
  await lookUp(elsewhere, id, 'someone.else@example.com')
  await expect(elsewhere.getByRole('main').getByRole('alert')).toContainText('没有找到')
  await lookUp(elsewhere, ` ${id.toLowerCase().replace('-', ' ')} `, shopper.email.toUpperCase())
  await expect(elsewhere).toHaveURL(/\/zh-CN\/orders\/[\w-]{22}$/)
  await expect(title(elsewhere)).toHaveText('付款成功，谢谢！')
  await expect(elsewhere.getByText(id).first()).toBeVisible()
  await expect(elsewhere.getByText(shopper.email)).toHaveCount(0)
  await elsewhere.close()
})

test('My receipt is sent again when I ask, three times a day and no more, and says so', async ({ page }) => {
  await buyAndPay(page, 'gaiwan')
  for (let time = 0; time < 3; time += 1) {
    await page.getByRole('button', { name: 'Send the receipt again' }).click()
    await expect(page).toHaveURL(/\/en\/orders\/[\w-]{22}\?receipt=sent#receipt$/)
    await expect(page.getByRole('status')).toContainText('on its way again')
  }
  await page.getByRole('button', { name: 'Send the receipt again' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('three times today')
})

test('On paper the order is a receipt: its number, what was paid for, by whom, and nothing else', async ({
  page,
  shop,
}) => {
  const { id = '' } = shop.records.order(await buyAndPay(page, 'gaiwan')) ?? {}
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  for (const words of ['Kiosk', id, 'Porcelain gaiwan', '$19.00', shopper.email])
    await expect(page.getByText(words).filter({ visible: true }).first()).toBeVisible()
  for (const role of ['navigation', 'button', 'img', 'search'] as const)
    await expect(page.getByRole(role).filter({ visible: true })).toHaveCount(0)
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
    'rgb(255, 255, 255)',
  )
})

test('A checkout that has expired is one click from a new one', async ({ page, shop }) => {
  const session = await goToPayment(page, 'gaiwan', { quantity: 2 })
  await shop.stripe.call(`/v1/checkout/sessions/${session}/expire`, {})
  await page.goto(`/en/success?session_id=${session}`)
  await expect(title(page)).toHaveText('This checkout has expired')
  await page.getByRole('button', { name: 'Order again' }).click()
  expect(await sessionOnPage(page)).not.toBe(session)
  await expect(page.getByText('$38.00').first()).toBeVisible()
})

async function lookUp(page: Page, number: string, email: string): Promise<void> {
  await page.locator('#number').fill(number)
  await page.locator('#email').fill(email)
  await page.locator('.look-up button').click()
}
