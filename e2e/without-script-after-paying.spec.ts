// After paying, in a browser that runs no script.
import { DatabaseSync } from 'node:sqlite'
import { payWithCard, shopper } from './payment-page.ts'
import { buyAndPay, expectPaid, goToPayment, title } from './shop-pages.ts'
import { expect, test } from './shop.ts'
import { againstStripe } from './stripe-mode.ts'

test.skip(againstStripe, 'Stripe’s own payment page needs script')

test('Without script, a page that waits for my payment looks again by itself', async ({ page, context }) => {
  const session = await goToPayment(page, 'gaiwan')
  const waiting = await context.newPage()
  await waiting.goto(`/en/success?session_id=${session}`)
  await expect(title(waiting)).toHaveText('Not paid yet')
  await payWithCard(page)
  await expectPaid(page)
  await expect(title(waiting)).toHaveText('Paid. Thank you!', { timeout: 20_000 })
  await expect(waiting).toHaveURL(/&look=\d$/)
})

test('Without script, I find my order by its number and my e-mail, and have my receipt sent again', async ({
  page,
  shop,
}) => {
  const { id = '' } = shop.records.order(await buyAndPay(page, 'gaiwan')) ?? {}
  await page.getByRole('link', { name: 'Find an order' }).click()
  await page.getByRole('textbox', { name: 'Order number' }).fill(id)
  await page.getByRole('textbox', { name: 'E-mail address' }).fill('not an address')
  await page.getByRole('button', { name: 'Find it' }).click()
  await expect(page.getByRole('alert')).toContainText('no e-mail address')
  await expect(page.getByRole('textbox', { name: 'E-mail address' })).toBeFocused()
  await expect(page.getByRole('textbox', { name: 'Order number' })).toHaveValue(id)
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(shopper.email)
  await page.getByRole('button', { name: 'Find it' }).click()
  await page.getByRole('button', { name: 'Send the receipt again' }).click()
  await expect(page.getByRole('status')).toContainText('on its way again')
})

for (const { address, language, words, find } of [
  { address: '/orders/x', language: 'en', words: 'This link leads to no order', find: 'Find an order' },
  { address: '/zh-CN/orders/x', language: 'zh-CN', words: '这个链接打不开订单', find: '查询订单' },
  {
    address: `/zh-CN/orders/${'x'.repeat(22)}。`,
    language: 'zh-CN',
    words: '这个链接打不开订单',
    find: '查询订单',
  },
  {
    address: `/en/orders/${'x'.repeat(22)}`,
    language: 'en',
    words: 'This link leads to no order',
    find: 'Find an order',
  },
]) {
  test(`Without script, the link ${address} says that it leads to no order, and where to look for it`, async ({
    page,
  }) => {
    const answer = await page.goto(address)
    expect(answer?.status()).toBe(404)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await expect(title(page)).toHaveText(words)
    await expect(page.getByRole('main').getByRole('link', { name: /^(Contact|联系我们)$/ })).toBeVisible()
    await page.getByRole('main').getByRole('link', { name: find }).click()
    await expect(title(page)).toHaveText(find)
  })
}

test('Without script, a page that breaks says so, in both languages, and leads on', async ({
  page,
  shop,
}) => {
  const session = await buyAndPay(page, 'gaiwan')
  const { token, id } = shop.records.order(session) ?? {}
  const database = new DatabaseSync(shop.file, { timeout: 5_000 })
  const orderIn = (locale: string) =>
    database.exec(
      `PRAGMA ignore_check_constraints = ON; UPDATE "Order" SET "locale" = '${locale}' WHERE "id" = '${id}'`,
    )
  orderIn('xx')
  const answer = await page.goto(`/en/orders/${token}`)
  orderIn('en')
  database.close()
  expect(answer?.status()).toBe(500)
  await expect(title(page)).toHaveText(['Something broke on our side', '我们这边出了点问题'])
  await expect(page.locator('.order-status').first()).not.toHaveCSS('border-radius', '0px')
  await page.getByRole('link', { name: '联系我们' }).click()
  await expect(title(page)).toHaveText('联系我们')
})
