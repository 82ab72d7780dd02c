// What a browser is told it may do on each page, and that every page works within it: no script that is not the shop's runs,
// and none of the shop's is kept from running.
import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { Page } from 'playwright/test'
import { payWithCard, sessionOnPage } from './payment-page.ts'
import { buyAndPay, goToPayment, scriptIsReady, title } from './shop-pages.ts'
import { expect, test } from './shop.ts'
import { startEmptyShop } from './start-shop.ts'

const nowhere = `/en/orders/${'a'.repeat(22)}`

test('Every page comes alive within its policy: made for all or for me, first and again, missing or broken', async ({
  page,
  shop,
}) => {
  const complaints = listen(page)
  const session = await buyAndPay(page, 'gaiwan')
  const { token } = shop.records.order(session) ?? {}
  complaints.length = 0
  for (const address of [
    '/',
    '/en',
    '/zh-CN',
    '/en/products/celadon-mug',
    '/en/products/celadon-mug',
    '/zh-CN/products/celadon-mug',
    '/en/products/nothing',
    '/en/products/nothing',
    '/no/such/page',
    '/en/cart',
    '/en/cart?problem=sold-out',
    '/en/cancel',
    `/en/success?session_id=${session}`,
    '/en/success?session_id=cs_test_unknown',
    `/en/orders/${token}`,
    nowhere,
  ]) {
    await page.goto(address)
    await scriptIsReady(page)
    // That something is missing a browser says by itself.
    expect(
      complaints.splice(0).filter((text) => !text.includes('404 (Not Found)')),
      address,
    ).toEqual([])
  }
})

test('A page that was made again still is one of the cache’s, and comes alive', async ({ page, shop }) => {
  const complaints = listen(page)
  const { previewModeId } = JSON.parse(readFileSync('.next/server/preview-props.json', 'utf8')) as {
    previewModeId: string
  }
  const address = '/en/products/clay-teapot'
  await page.goto(address)
  const again = await fetch(shop.url + address, { headers: { 'x-prerender-revalidate': previewModeId } })
  expect(again.headers.get('x-nextjs-cache')).toBe('REVALIDATED')
  // What is sold just then makes the page once more.
  await expect.poll(async () => (await page.goto(address))?.headers()['x-nextjs-cache']).toBe('HIT')
  await scriptIsReady(page)
  expect(complaints).toEqual([])
})

test('Pages that are the same for everybody are made once, and a browser that has one is not sent it again', async ({
  shop,
}) => {
  for (const address of ['/en', '/zh-CN/products/gaiwan', '/en/products/none-of-ours', '/no/such/page']) {
    const second = await whenKept(shop.url + address)
    const etag = second.headers.get('etag') ?? ''
    const third = await fetch(shop.url + address, { headers: { 'If-None-Match': etag, 'Cache-Control': '' } })
    expect([304, 404]).toContain(third.status)
    expect(third.headers.get('content-security-policy')).toBe(second.headers.get('content-security-policy'))
    const head = await fetch(shop.url + address, { method: 'HEAD' })
    expect(head.headers.get('content-security-policy')).toBe(second.headers.get('content-security-policy'))
  }
})

for (const address of ['/en/products/gaiwan', '/en/cart', '/no/such/page']) {
  test(`A script that somebody gets into ${address} does not run`, async ({ page }) => {
    const complaints = listen(page)
    const evil = `<script>evil = 1</script><script nonce="${'0'.repeat(22)}">evil = 2</script>
      <img src="/nothing.png" onerror="evil = 3"><script src="https://evil.example/x.js"></script>
      <base href="https://evil.example/"><iframe src="javascript:parent.evil = 4"></iframe>`
    await page.route('https://evil.example/*', (route) => route.fulfill({ body: 'evil = 5' }))
    await page.route(`**${address}`, async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, body: (await response.text()).replace('</main>', `${evil}</main>`) })
    })
    await page.goto(address)
    for (const what of ['inline script', 'inline event handler', 'evil.example/x.js', 'base URI'])
      await expect
        .poll(() => complaints.filter((text) => text.includes(what)).length, what)
        .toBeGreaterThan(0)
    expect(await page.evaluate(() => 'evil' in window)).toBe(false)
  })
}

test('Without script too I get to the payment page: the policy lets the form be led there', async ({
  browser,
  shop,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: shop.url })
  const page = await context.newPage()
  const complaints = listen(page)
  await page.goto('/en/products/gaiwan')
  await page.getByRole('button', { name: 'Buy now' }).click()
  await sessionOnPage(page)
  expect(complaints.filter((text) => text.includes('Security'))).toEqual([])
  await context.close()
})

test('With script the way through Stripe.js breaks no rule either', async ({ page }) => {
  const complaints = listen(page)
  await page.goto('/en/products/gaiwan')
  await scriptIsReady(page)
  await page.getByRole('button', { name: 'Buy now' }).click()
  await sessionOnPage(page)
  expect(complaints).toEqual([])
  await payWithCard(page)
  await expect(page).toHaveURL(/\/success/)
})

test('A shop without its database says so within its policy, and keeps nothing of that', async ({ page }) => {
  const shop = await startEmptyShop()
  for (const address of ['/en', '/en/products/gaiwan', '/en/cart']) {
    const complaints = listen(page)
    await page.goto(shop.url + address)
    await expect(title(page)).toBeVisible()
    await scriptIsReady(page)
    expect(complaints.filter((text) => text.includes('Security'))).toEqual([])
  }
  await shop.stop()
})

test('A page that breaks says so within its policy', async ({ page, shop }) => {
  const session = await buyAndPay(page, 'gaiwan')
  const { token, id } = shop.records.order(session) ?? {}
  const database = new DatabaseSync(shop.file, { timeout: 5_000 })
  database.exec(
    `PRAGMA ignore_check_constraints = ON; UPDATE "Order" SET "locale" = 'xx' WHERE "id" = '${id}'`,
  )
  const complaints = listen(page)
  const answer = await page.goto(`/en/orders/${token}`)
  expect(answer?.status()).toBe(500)
  await expect(title(page).locator('[lang=zh-CN]')).toHaveText('我们这边出了点问题')
  const number = await page.locator('main code').textContent()
  expect(number).toMatch(/^\d+$/)
  expect(shop.output()).toContain(String(number))
  for (const [name, href] of [
    ['To the shop', '/'],
    ['Cart', '/cart'],
    ['Contact', '/help/contact'],
  ] as const)
    await expect(page.getByRole('main').getByRole('link', { name })).toHaveAttribute('href', href)
  expect(complaints.filter((text) => text.includes('Security'))).toEqual([])
  database.exec(`UPDATE "Order" SET "locale" = 'en' WHERE "id" = '${id}'`)
  database.close()
  await page.getByRole('link', { name: 'Try again' }).click()
  await expect(title(page)).toHaveText('Paid. Thank you!')
})

test('Where a page is left for another site, that site learns nothing of the address it was left at', async ({
  page,
  shop,
}) => {
  const session = await goToPayment(page, 'gaiwan')
  await page.goto(`/en/success?session_id=${session}`)
  let told: string | undefined = 'nothing asked'
  await page.route('http://elsewhere.example/', (route) => {
    told = route.request().headers()['referer']
    return route.fulfill({ body: 'elsewhere' })
  })
  await page.evaluate(() => {
    document
      .querySelector('main')
      ?.insertAdjacentHTML('beforeend', '<a id="away" href="http://elsewhere.example/">away</a>')
  })
  await page.locator('#away').click()
  await expect(page.getByText('elsewhere')).toBeVisible()
  expect(told).toBeUndefined()
  expect(shop.url).toContain('localhost')
})

/** What the cache answers. What the build made may be old by now: it is sent once more while the shop makes it anew. */
async function whenKept(url: string): Promise<Response> {
  let answer = await fetch(url)
  const askAgain = async () => (answer = await fetch(url)).headers.get('x-nextjs-cache')
  await expect.poll(askAgain, { message: url }).toBe('HIT')
  return answer
}

/** Whatever a page complains of from now on: violations of its policy, errors, rejected promises. */
function listen(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.text().includes('olicy')) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  return complaints
}
