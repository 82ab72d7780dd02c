// What search engines, shopping services and people who are sent an address see of the shop.
import type { Page } from 'playwright/test'
import { expect, test } from './shop.ts'

const markets = [
  { locale: 'en', currency: 'usd', name: 'Celadon mug', price: '24.00', language: 'en_US' },
  { locale: 'zh-CN', currency: 'cny', name: '青瓷马克杯', price: '168.00', language: 'zh_CN' },
] as const

for (const { locale, currency, name, price, language } of markets) {
  test(`A product in ${locale} tells its address in every language, its offers, and its picture`, async ({
    page,
    shop,
  }) => {
    await page.goto(`/${locale}/products/celadon-mug?variant=celadon-mug-ink`)
    const path = '/products/celadon-mug'
    const link = (selector: string) => page.locator(`link${selector}`).getAttribute('href')
    const meta = (property: string) => page.locator(`meta[property="og:${property}"]`).getAttribute('content')

    expect(await link('[rel=canonical]')).toBe(`${shop.url}/${locale}${path}`)
    expect(await link('[hreflang=en]')).toBe(`${shop.url}/en${path}`)
    expect(await link('[hreflang=zh-CN]')).toBe(`${shop.url}/zh-CN${path}`)
    expect(await link('[hreflang=x-default]')).toBe(`${shop.url}${path}`)
    expect([await meta('type'), await meta('locale')]).toEqual(['product', language])
    expect(await meta('locale:alternate')).toBe(language === 'en_US' ? 'zh_CN' : 'en_US')
    expect([await meta('image:width'), await meta('image:height'), await meta('image:alt')]).toEqual([
      '1200',
      '630',
      name,
    ])
    expect(await meta('title')).toContain(name)

    const [product] = await graphOn(page)
    expect(product).toMatchObject({ '@type': 'ProductGroup', name })
    expect(product?.['hasVariant']).toHaveLength(3)
    expect(product?.['image']).toHaveLength(2)
    expect(product?.['description']).toBe(
      await page.locator('meta[name=description]').getAttribute('content'),
    )
    expect(JSON.stringify(product)).toContain(
      `"price":"${price}","priceCurrency":"${currency.toUpperCase()}"`,
    )

    const picture = (await meta('image')) ?? ''
    expect(picture).toContain(`/shared/${locale}/${currency}/products/celadon-mug.jpg`)
    const drawn = await fetch(picture)
    expect([drawn.status, drawn.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect(drawn.headers.get('cache-control')).toBe('public, max-age=86400')
    expect((await drawn.arrayBuffer()).byteLength).toBeLessThan(300_000)
  })
}

test('A collection tells what is in it, and what is chosen of it is not to be found', async ({
  page,
  shop,
}) => {
  await page.goto('/zh-CN/collections/tea')
  const canonical = page.locator('link[rel=canonical]')
  await expect(canonical).toHaveAttribute('href', `${shop.url}/zh-CN/collections/tea`)
  expect((await graphOn(page)).map((each) => each['@type'])).toEqual(['ItemList', 'BreadcrumbList'])

  await page.goto('/zh-CN/collections/tea?sort=price-up')
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex, follow')
  await expect(canonical).toHaveCount(0)
})

test('The home page says who sells here; a collection and the shop have a picture in either language', async ({
  page,
  shop,
}) => {
  await page.goto('/zh-CN')
  const [store, ...others] = await graphOn(page)
  expect([store?.['@type'], ...others.map((each) => each['@type'])]).toEqual(['OnlineStore', 'WebSite'])
  expect(store).toMatchObject({
    hasShippingService: [{ name: '标准配送' }, { name: '特快配送' }],
    hasMerchantReturnPolicy: { merchantReturnDays: 30 },
  })
  for (const path of ['zh-CN/shop.jpg', 'en/shop.jpg', 'zh-CN/collections/tea.jpg'])
    expect((await fetch(`${shop.url}/shared/${path}`)).headers.get('content-type'), path).toBe('image/jpeg')
  for (const path of ['en/nope.jpg', 'fr/shop.jpg', 'en/btc/products/gaiwan.jpg', 'en/usd/products/nope.jpg'])
    expect((await fetch(`${shop.url}/shared/${path}`)).status, path).toBe(404)
})

test('Whoever follows robots.txt finds every page of the catalogue in both languages, and nobody’s cart', async ({
  shop,
}) => {
  const robots = await textAt(`${shop.url}/robots.txt`)
  expect(robots).toContain('Disallow: /zh-CN/cart\n')
  const [, index = ''] = /^Sitemap: (.*)$/m.exec(robots) ?? []
  const sitemaps = await Promise.all(addressesIn(await textAt(index)).map(textAt))
  const pages = sitemaps.flatMap(addressesIn)
  for (const path of [
    '/en',
    '/zh-CN',
    '/zh-CN/collections/tea',
    '/en/products/gaiwan',
    '/zh-CN/products/gaiwan',
  ])
    expect(pages).toContain(shop.url + path)
  expect((await fetch(`${shop.url}/zh-CN/products/gaiwan`)).status).toBe(200)
  for (const none of ['nope', 'products-99', 'products-0'])
    expect((await fetch(`${shop.url}/sitemaps/${none}.xml`)).status, none).toBe(404)
})

test('A browser reads the feed and the sitemap as XML, with prices of the market that is asked for', async ({
  page,
}) => {
  await page.goto('/en')
  const read = (path: string) =>
    page.evaluate(async (address) => {
      const text = await (await fetch(address)).text()
      const { documentElement } = new DOMParser().parseFromString(text, 'application/xml')
      const prices = [...documentElement.getElementsByTagName('g:price')].map(
        ({ textContent }) => textContent,
      )
      return { root: documentElement.nodeName, prices }
    }, path)
  expect((await read('/sitemaps/products-1.xml')).root).toBe('urlset')
  const feed = await read('/feed.xml?locale=zh-CN&currency=jpy')
  expect(feed.root).toBe('rss')
  expect(feed.prices).toContain('3600 JPY')
})

test('A feed in a language or a currency that the shop does not have is refused', async ({ shop }) => {
  for (const query of ['locale=xx', 'locale=en&currency=btc'])
    expect((await fetch(`${shop.url}/feed.xml?${query}`)).status, query).toBe(400)
  expect((await fetch(`${shop.url}/feed.xml?locale=en&currency=USD`)).status).toBe(200)
})

test('What is for one reader alone is not to be found', async ({ page }) => {
  for (const path of ['/en/cart', '/zh-CN/success', '/en/cancel', '/en/products/nothing']) {
    await page.goto(path)
    await expect(page.locator('meta[name=robots][content*=noindex]').first()).toBeAttached()
  }
})

async function graphOn(page: Page): Promise<Record<string, unknown>[]> {
  const text = await page.locator('script[type="application/ld+json"]').textContent()
  return (JSON.parse(text ?? '') as { '@graph': Record<string, unknown>[] })['@graph']
}

async function textAt(url: string): Promise<string> {
  return (await fetch(url)).text()
}

function addressesIn(xml: string): string[] {
  return [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address = '']) => address)
}
