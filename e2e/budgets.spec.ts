// What pages may weigh. `npm run bench -- --only pages` measures the same.
import { weighLoad, weighScripts } from './page-load.ts'
import { buyAndPay } from './shop-pages.ts'
import { expect, test } from './shop.ts'

test('No page of the shop loads more than 4 kB of script, nor any data for React', async ({ page, shop }) => {
  const session = await buyAndPay(page, 'gaiwan')
  const paths = [
    '',
    '/products/celadon-mug',
    '/products/none',
    '/collections/all?sort=newest',
    '/search?q=tea',
  ]
  const pages = [...paths, '/cart', '/cancel', '/help/delivery', '/orders', `/success?session_id=${session}`]
  for (const path of pages) {
    expect.soft(await weighScripts(`${shop.url}/en${path}`), path).toBeLessThanOrEqual(4_000)
    expect.soft(await (await fetch(`${shop.url}/en${path}`)).text(), path).not.toContain('__next_f')
  }
})

test('A product page loads in a dozen requests and 40 kB, without its photos; its HTML is 12 kB with its style sheet in it, and 12 kB unpacked without', async ({
  page,
  shop,
}) => {
  for (const path of ['/en/products/celadon-mug', '/zh-CN/products/celadon-mug']) {
    const { requests, wire, html } = await weighLoad(page, `${shop.url}${path}`)
    expect.soft(requests, `requests of ${path}`).toBeLessThanOrEqual(12)
    expect.soft(wire, `bytes of ${path}`).toBeLessThanOrEqual(40_000)
    expect.soft(html.wire, `HTML of ${path}`).toBeLessThanOrEqual(12_000)
    expect.soft(html.markup, `markup of ${path}`).toBeLessThanOrEqual(12_000)
  }
})

test('What a page shows at first needs no other file: it has its colours and the picture that it is about in small', async ({
  page,
  shop,
}) => {
  await page.route('**/*', (route) =>
    route.request().resourceType() === 'document' ? route.continue() : route.abort(),
  )
  for (const path of ['/en', '/zh-CN/products/celadon-mug']) {
    await page.goto(`${shop.url}${path}`)
    await expect(page.locator('body')).toHaveCSS('display', 'grid')
    const preview = page.locator('.previewed > img')
    await expect(preview).toBeInViewport()
    expect(await preview.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThanOrEqual(
      320,
    )
  }
})
