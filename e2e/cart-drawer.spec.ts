// The cart beside the page, for browsers that run script.
import { sessionOnPage } from './payment-page.ts'
import { addToCart, openProduct } from './shop-pages.ts'
import { expect, test } from './shop.ts'

const added = /Added to cart, \d/

test('With the keyboard alone I put a thing in, stay where I am, look into the cart, and come back to where I was', async ({
  page,
}) => {
  await openProduct(page, '/en/products/gaiwan')
  await page.getByRole('spinbutton', { name: 'Quantity' }).fill('2')
  const add = page.getByRole('button', { name: 'Add to cart' })
  await add.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: added })).toContainText('2 things in it')
  await expect(page).toHaveURL(/\/products\/gaiwan$/)
  await expect(add).toBeFocused()
  await expect(page.getByRole('link', { name: /^Cart/ })).toHaveText('Cart 2')
  const see = page.getByRole('link', { name: 'See the cart' })
  await see.press('Enter')
  const drawer = page.getByRole('dialog', { name: 'Cart' })
  await expect(drawer.getByRole('spinbutton', { name: 'Quantity of Porcelain gaiwan' })).toHaveValue('2')
  await expect(drawer.getByText('$44.00')).not.toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
  await expect(see).toBeFocused()
})

test('In the drawer I change my mind and back, and go on to pay for what it shows', async ({ page }) => {
  await addToCart(page, '/en/products/cedar-pencils')
  await addToCart(page, '/en/products/gaiwan')
  await openProduct(page, '/en/products/chopsticks')
  const link = page.getByRole('link', { name: /^Cart/ })
  await link.click()
  const drawer = page.getByRole('dialog', { name: 'Cart' })
  const pencils = drawer.getByRole('spinbutton', { name: 'Quantity of Cedar pencils' })
  await pencils.fill('3')
  await pencils.press('Enter')
  await expect(drawer.getByRole('button', { name: 'Pay from $46.00' })).toBeVisible()
  await expect(pencils).toBeFocused()
  await drawer.getByRole('button', { name: 'Remove Cedar pencils' }).click()
  await expect(drawer.getByText(/^Removed Cedar pencils.*\.$/)).toBeVisible()
  await expect(link).toHaveText('Cart 1')
  await expect(drawer.getByRole('button', { name: 'Undo' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(drawer.getByRole('spinbutton').first()).toHaveAccessibleName(/Cedar pencils/)
  await expect(pencils).toHaveValue('3')
  await drawer.getByRole('button', { name: 'Pay from $46.00' }).click()
  await sessionOnPage(page)
})

test('When the shop does not answer I am told, and what I typed is still there', async ({ page }) => {
  await openProduct(page, '/en/products/gaiwan')
  await page.getByRole('spinbutton', { name: 'Quantity' }).fill('7')
  await page.route('**/api/cart', (route) => route.abort())
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await expect(page.getByText('The shop does not answer')).toBeVisible()
  await expect(page.getByRole('spinbutton', { name: 'Quantity' })).toHaveValue('7')
  await expect(page.getByRole('link', { name: /^Cart/ })).toHaveText('Cart')
  await page.unrouteAll()
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await expect(page.getByText('Added to cart, 7 things in it.')).toBeVisible()
})

test('What I do in one tab shows in the other: the count, and the cart with what its button pays for', async ({
  page,
  context,
}) => {
  await addToCart(page, '/en/products/gaiwan')
  const otherTab = await context.newPage()
  await openProduct(otherTab, '/en/products/chopsticks')
  await otherTab.getByRole('button', { name: 'Add to cart' }).click()
  await expect(otherTab.getByText(added)).toBeVisible()
  await expect(page.getByRole('spinbutton', { name: 'Quantity of Lacquered chopsticks' })).toHaveValue('1')
  await page.getByRole('button', { name: 'Remove Porcelain gaiwan' }).click()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
  await expect(otherTab.getByRole('link', { name: /^Cart/ })).toHaveText('Cart 1')
})
