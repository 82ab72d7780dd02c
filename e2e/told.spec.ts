// What becomes of a press is told at once, and where the shopper is looking.
import { addToCart, choose, openProduct, scriptIsReady } from './shop-pages.ts'
import { expect, test } from './shop.ts'

const telephone = { width: 360, height: 640 }
const wholly = { ratio: 1 }

test('On a small telephone I see what becomes of each button that I press, without looking for it', async ({
  page,
}) => {
  await page.setViewportSize(telephone)
  await page.route('**/api/checkout_sessions', () => {})
  await openProduct(page, '/en/products/celadon-mug')
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await expect(page.getByText(/Added to cart, \d/)).toBeInViewport(wholly)
  expect(await page.evaluate(() => window.scrollY)).toBe(0)
  await page.getByRole('button', { name: 'Buy now' }).click()
  await expect(page.getByText('Opening the payment page')).toBeInViewport(wholly)
  await page.goto('/en/cart')
  await scriptIsReady(page)
  await page.getByRole('button', { name: /^Pay/ }).click()
  await expect(page.getByText('Opening the payment page')).toBeInViewport(wholly)
  await openProduct(page, '/en/products/gaiwan')
  await page.getByRole('link', { name: /^Cart/ }).click()
  await page.getByRole('button', { name: /^Pay/ }).click()
  await expect(page.getByText('Opening the payment page')).toBeInViewport(wholly)
})

test('When the payment page does not come I read within five seconds that it is being tried, and press once', async ({
  page,
}) => {
  let asked = 0
  await page.clock.install()
  await page.route('**/api/checkout_sessions', () => void (asked += 1))
  await openProduct(page, '/en/products/gaiwan')
  const buy = page.getByRole('button', { name: 'Buy now' })
  await buy.click()
  await expect(buy).toBeDisabled()
  await expect(buy).toHaveAttribute('aria-busy', 'true')
  await buy.click({ force: true })
  await page.clock.runFor(5_000)
  await expect(page.getByRole('status')).toContainText('longer than usual')
  expect(asked).toBe(1)
})

test('In the cart the keyboard stays where something has happened, and hears what: changed, removed, put back', async ({
  page,
}) => {
  await addToCart(page, '/en/products/gaiwan')
  await addToCart(page, '/en/products/cedar-pencils', 2)
  const note = page.locator('.cart-note')
  await page.getByRole('spinbutton', { name: 'Quantity of Cedar pencils' }).fill('3')
  await page.getByRole('button', { name: 'Update' }).last().press('Enter')
  await expect(note).toHaveText('Now 3 × Cedar pencils, set of six. Total: from $46.00.')
  await expect(note).toBeFocused()
  expect(await page.evaluate(() => window.scrollY)).toBe(0)
  await page.getByRole('button', { name: 'Remove Cedar pencils' }).press('Enter')
  await expect(note).toContainText('Removed Cedar pencils, set of six. Total: from $25.00.')
  await expect(note).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(note).toHaveText('Back in the cart: Cedar pencils, set of six. Total: from $46.00.')
  await expect(note).toBeFocused()
})

test('Adding more than there is says at once how much there is, and the cart asks for no more than that', async ({
  page,
  shop,
}) => {
  const { left } = shop.records.stock('linen-notebook-moss')
  await openProduct(page, '/en/products/linen-notebook?variant=linen-notebook-moss')
  const add = page.getByRole('button', { name: 'Add to cart' })
  const said = page.getByRole('status')
  await page.getByRole('spinbutton', { name: 'Quantity' }).fill(`${left}`)
  await add.click()
  await expect(said).toContainText(`${left} things in it. That is all there is of it.`)
  await add.click()
  await expect(said).toContainText(`${2 * left} things in it. Only ${left} left, you wanted ${2 * left}.`)
  await page.goto('/en/cart')
  const quantity = page.getByRole('spinbutton', { name: 'Quantity of Linen notebook' })
  await expect(quantity).toHaveAttribute('max', `${2 * left}`)
  await page.getByRole('button', { name: `Take ${left}` }).click()
  await expect(quantity).toHaveAttribute('max', `${left}`)
})

test('A thing too cheap to be charged alone says so before I press, and each refusal says how much is missing', async ({
  page,
}) => {
  await openProduct(page, '/en/products/brass-bookmark')
  await expect(page.getByText('$0.05 short of the least that can be charged')).toBeVisible()
  await page.getByRole('button', { name: 'Buy now' }).click()
  await expect(page.getByRole('status')).toContainText('$0.05 more')
  await addToCart(page, '/en/products/brass-bookmark')
  const words = page.getByText('$0.05 more and you can pay: the smallest order counts the goods alone')
  await expect(words).toBeVisible()
  await scriptIsReady(page)
  await page.getByRole('button', { name: /^Pay/ }).click({ force: true })
  await expect(words).toHaveCount(1)
  await expect(page.getByRole('status')).toHaveCount(0)
})

test('The quantity that I have typed comes along to another variant, also past one that is sold out', async ({
  page,
}) => {
  await openProduct(page, '/en/products/bud-vase')
  const quantity = page.getByRole('spinbutton', { name: 'Quantity' })
  await quantity.fill('2')
  await choose(page, 'terracotta')
  await scriptIsReady(page)
  await choose(page, 'white')
  await expect(quantity).toHaveValue('2')
})

for (const address of ['/api/cart', '/api/checkout_sessions']) {
  test(`Whoever opens or reloads ${address} comes to the cart, and no program does`, async ({ page }) => {
    await page.goto(address)
    await expect(page).toHaveURL(/\/cart$/)
    const answer = await page.request.get(address, { headers: { Accept: 'application/json' } })
    expect(answer.status()).toBe(405)
    expect(answer.headers()['allow']).toBe('POST')
  })
}
