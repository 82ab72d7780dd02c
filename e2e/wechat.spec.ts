// The shop in WeChat's own browser.
import { scriptIsReady } from './shop-pages.ts'
import { expect, test } from './shop.ts'

const agent =
  'Mozilla/5.0 (Linux; Android 14; V2309A) AppleWebKit/537.36 Chrome/116.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.47'

for (const [locale, words] of [
  ['zh-CN', '请在浏览器中打开：微信里不能用支付宝，付款页面也可能打不开。点右上角“···”，选“在浏览器打开”。'],
  ['en', 'WeChat cannot use Alipay'],
] as const) {
  test(`In WeChat every page says in ${locale} how to open it in a browser that pays; elsewhere none does`, async ({
    browser,
    page,
    shop,
  }) => {
    const context = await browser.newContext({ userAgent: agent, baseURL: shop.url })
    const inWeChat = await context.newPage()
    for (const path of ['', '/products/gaiwan', '/cart']) {
      await inWeChat.goto(`/${locale}${path}`)
      await expect(inWeChat.getByText(words)).toBeVisible()
      await page.goto(`/${locale}${path}`)
      await scriptIsReady(page)
      await expect(page.getByText(words)).toBeHidden()
    }
    await context.close()
  })
}
