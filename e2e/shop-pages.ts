// How a shopper finds their way through the shop.
import { expect, type Page } from 'playwright/test'
import { payWithCard, sessionOnPage } from './payment-page.ts'

/** Opens a product's page and waits until its script has taken over, so that a click meets the script and not the bare form. */
export async function openProduct(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await scriptIsReady(page)
}

/** Waits until the shop's script has taken over the page. */
export async function scriptIsReady(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset['script'] === 'ready')
}

/** Chooses another variant of the product that is looked at, by the words on the choice. */
export async function choose(page: Page, words: string): Promise<void> {
  const choice = page.getByRole('group').getByRole('link', { name: words })
  await choice.click()
  await expect(choice).toHaveAttribute('aria-current', 'true')
}

/** Puts a product into the cart from its page, with script or without; ends on the cart page. */
export async function addToCart(page: Page, path: string, quantity = 1): Promise<void> {
  await page.goto(path)
  await page.getByRole('spinbutton', { name: /Quantity|数量/ }).fill(String(quantity))
  await page.getByRole('button', { name: /Add to cart|加入购物车/ }).click()
  await expect(page.getByText(/Added to cart, \d|已加入购物车，共/)).toBeVisible()
  await page.goto(path.replace(/\/products\/.*/, '/cart'))
}

/** Presses Buy now on a product's page and gives the session of the payment page it leads to. */
export async function buyNow(page: Page, path: string): Promise<string> {
  await openProduct(page, path)
  await page.getByRole('button', { name: /^(Buy now|立即购买)$/ }).click()
  return sessionOnPage(page)
}

interface Wish {
  readonly quantity?: number
  readonly locale?: 'en' | 'zh-CN'
  readonly currency?: 'cny' | 'usd' | 'eur' | 'jpy'
}

/** Goes straight to the payment page for a product, for stories that begin there. Gives the session. */
export async function goToPayment(
  page: Page,
  sku: string,
  { quantity = 1, ...market }: Wish = {},
): Promise<string> {
  const data = { items: [{ sku, quantity }], locale: 'en', ...market }
  const answer = await page.request.post('/api/checkout_sessions', { data })
  expect(answer.status()).toBe(200)
  const { url } = (await answer.json()) as { url: string }
  await page.goto(url)
  return sessionOnPage(page)
}

/** Buys a product with a card that works; ends on the success page and gives the session. */
export async function buyAndPay(page: Page, sku: string): Promise<string> {
  const session = await goToPayment(page, sku)
  await payWithCard(page)
  await expectPaid(page)
  return session
}

/** The success page says that all is paid. */
export async function expectPaid(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/success\?session_id=cs_test_/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^(Paid\. Thank you!|付款成功，谢谢！)$/)
  // What was bought leaves the cart by way of a picture: a shopper who reads the page stays until it has come.
  await page.waitForLoadState('load')
}

/** The page's first heading. */
export function title(page: Page) {
  return page.getByRole('heading', { level: 1 })
}
