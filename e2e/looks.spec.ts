// How pages look on a telephone and on a desk: nothing sticks out, pictures come, nothing jumps.
import type { Page } from 'playwright/test'
import { buyAndPay, goToPayment, title } from './shop-pages.ts'
import { expect, test } from './shop.ts'

const widths = [360, 1280]

for (const locale of ['en', 'zh-CN'] as const) {
  test(`No page in ${locale} is wider than a telephone or a desk’s screen`, async ({
    page,
    context,
    shop,
  }) => {
    await goToPayment(page, 'gaiwan', { locale })
    await page.goto(`/${locale}/cancel`)
    await expectNothingSticksOut(page)
    const session = await buyAndPay(page, 'cedar-pencils')
    await context.addCookies([
      { name: 'cart', value: 'celadon-mug-ink:12.paper-lamp:1.gone:1', url: shop.url },
    ])
    for (const address of [
      '',
      '/collections/all?in-stock=1&on-sale=1&from=1&to=x',
      '/search?q=tea',
      '/products/celadon-mug',
      '/cart',
      `/success?session_id=${session}`,
      `/orders/${shop.records.order(session)?.token}`,
      '/products/nothing',
      '/no/such/page',
    ]) {
      await page.goto(`/${locale}${address}`)
      await expectNothingSticksOut(page)
    }
  })
}

test('The search’s button is in sight on the narrowest telephone, also where letters are twice as large', async ({
  page,
}) => {
  for (const [width, letters] of [
    [320, '100%'],
    [320, '200%'],
    [640, '200%'],
  ] as const)
    for (const locale of ['en', 'zh-CN']) {
      await page.setViewportSize({ width, height: 800 })
      await page.goto(`/${locale}/search?q=mug`)
      await page.evaluate((size) => (document.documentElement.style.fontSize = size), letters)
      const widest = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(widest, `${locale} at ${width} px and ${letters}`).toBeLessThanOrEqual(width)
    }
})

test('Where the reader’s own colours rule, the chosen variant has an edge that the others have not', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto('/en/products/celadon-mug')
  const edge = (choice: string) =>
    page
      .locator(choice)
      .first()
      .evaluate((element) => {
        const { borderTopWidth, borderTopColor } = getComputedStyle(element)
        return [borderTopWidth, borderTopColor]
      })
  const [chosen, other] = [await edge('.choice[aria-current]'), await edge('.choice:not([aria-current])')]
  expect([chosen[0], other[0]]).toEqual(['3px', '1px'])
  expect(chosen[1]).not.toBe(other[1])
})

test('Links in a text and the shop’s sign are as high as a finger needs', async ({ page, context, shop }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  const order = shop.records.order(await buyAndPay(page, 'cedar-pencils'))
  await context.addCookies([{ name: 'cart', value: 'celadon-mug-ink:1.gaiwan:1', url: shop.url }])
  for (const [address, links] of [
    ['/orders', '.look-up p a, .sign'],
    [`/orders/${order?.token}`, '.order-next p a'],
    ['/cart', '.cart-line h2 a'],
  ] as const) {
    await page.goto(`/en${address}`)
    for (const link of await page.locator(links).all())
      expect((await link.boundingBox())?.height, address).toBeGreaterThanOrEqual(44)
  }
})

async function expectNothingSticksOut(page: Page): Promise<void> {
  await expect(title(page).first()).toBeVisible()
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    const widest = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(widest, `${page.url()} at ${width} px`).toBeLessThanOrEqual(width)
  }
}

for (const width of widths) {
  test(`At ${width} px all pictures of the shop come, also those further down`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    for (const address of ['/en', '/en/products/celadon-mug']) {
      await page.goto(address)
      for (const picture of await page.locator('main img:visible').all()) {
        await picture.scrollIntoViewIfNeeded()
        await expect
          .poll(() => picture.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth))
          .toBeGreaterThan(0)
      }
    }
  })

  test(`At ${width} px nothing jumps about while a page loads`, async ({ page }) => {
    await page.addInitScript(noteShifts)
    await page.setViewportSize({ width, height: 800 })
    for (const address of ['/en', '/zh-CN', '/en/products/celadon-mug', '/zh-CN/products/celadon-mug']) {
      await page.goto(address)
      await page
        .locator('main img:visible')
        .first()
        .evaluate((img: HTMLImageElement) => img.decode())
      const shifts = await page.evaluate(() => (window as Window & { shifts?: number[] }).shifts ?? [])
      expect
        .soft(
          shifts.reduce((sum, shift) => sum + shift, 0),
          address,
        )
        .toBeLessThan(0.02)
    }
  })
}

// Runs in the page. https://web.dev/articles/cls
function noteShifts(): void {
  const { shifts } = Object.assign(window, { shifts: [] as number[] })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value)
  }).observe({ type: 'layout-shift', buffered: true })
}
