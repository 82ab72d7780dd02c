// Every page of the shop, in each state that looks different: what is looked at by axe and put on the contact sheet.
import type { Page } from 'playwright/test'
import { payFromAccount, payWithCard } from './payment-page.ts'
import { goToPayment, scriptIsReady, title } from './shop-pages.ts'
import { expect } from './shop.ts'
import type { Shop } from './start-shop.ts'

export const locales = ['en', 'zh-CN'] as const
export const schemes = ['light', 'dark'] as const
export const widths = [360, 1280] as const

type Locale = (typeof locales)[number]

export interface ShopPage {
  readonly name: string
  /** Without the language in front. */
  readonly path: string
  /** The lines of the cart cookie; none: an empty cart. */
  readonly cart?: string
  /** What is done with the page before it is looked at. */
  readonly act?: (page: Page) => Promise<void>
}

const cart = 'celadon-mug-ink:2.gaiwan:1.cedar-pencils:1'

/** All pages of a shop whose orders came to these ends. */
export function shopPages(ends: OrderEnds): ShopPage[] {
  return [...catalogue, ...cartPages, ...orderPages(ends), ...otherPages]
}

const catalogue: readonly ShopPage[] = [
  { name: 'home', path: '' },
  { name: 'everything', path: '/collections/all' },
  { name: 'collection', path: '/collections/tea' },
  { name: 'collection, chosen from', path: '/collections/all?sort=price-up&in-stock=1&on-sale=1' },
  { name: 'collection, nothing left', path: '/collections/all?from=90000' },
  { name: 'search', path: '/search' },
  { name: 'search, found', path: '/search?q=cha' },
  { name: 'search, nothing', path: '/search?q=zzzz' },
  { name: 'product', path: '/products/celadon-mug' },
  { name: 'product of one kind', path: '/products/gaiwan' },
  { name: 'product, sold-out variant', path: '/products/bud-vase?variant=bud-vase-terracotta' },
  { name: 'product, sold out', path: '/products/paper-lamp' },
]

const cartPages: readonly ShopPage[] = [
  { name: 'cart', path: '/cart', cart },
  { name: 'cart, with troubles', path: '/cart', cart: 'paper-lamp:1.gone:1.gaiwan:1' },
  { name: 'cart, empty', path: '/cart' },
  { name: 'cart beside a page', path: '/products/gaiwan', cart, act: openDrawer },
  { name: 'cancelled', path: '/cancel', cart },
]

const otherPages: readonly ShopPage[] = [
  { name: 'orders', path: '/orders' },
  { name: 'delivery', path: '/help/delivery' },
  { name: 'returns', path: '/help/returns' },
  { name: 'privacy', path: '/help/privacy' },
  { name: 'contact', path: '/help/contact' },
  { name: 'nothing here', path: '/no/such/page' },
  { name: 'no such product', path: '/products/nothing' },
]

function orderPages({ paid, waiting, failed, token }: OrderEnds): ShopPage[] {
  return [
    { name: 'success, paid', path: `/success?session_id=${paid}` },
    { name: 'success, waiting', path: `/success?session_id=${waiting}` },
    { name: 'success, failed', path: `/success?session_id=${failed}` },
    { name: 'success, unknown', path: '/success?session_id=cs_test_nothing' },
    { name: 'order', path: `/orders/${token}` },
  ]
}

async function openDrawer(page: Page): Promise<void> {
  await scriptIsReady(page)
  await page.locator('.cart-link').click()
  await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible()
}

/** Sessions by what became of their orders, and the token of the one that is paid. */
export interface OrderEnds {
  readonly paid: string
  readonly waiting: string
  readonly failed: string
  readonly token: string
}

/** Buys three times: paid at once, waiting for the bank for minutes, refused by it. Then turns back from a payment page. */
export async function makeOrders(page: Page, shop: Shop, locale: Locale): Promise<OrderEnds> {
  const market = { locale, currency: 'eur' } as const
  const failed = await goToPayment(page, 'cedar-pencils', market)
  await payFromAccount(page, 'AT861904300235473202')
  const waiting = await goToPayment(page, 'chopsticks', market)
  await payFromAccount(page, 'AT321904300235473204')
  const paid = await goToPayment(page, 'celadon-mug-ink', market)
  await payWithCard(page)
  await expect(title(page)).toHaveText(/^(Paid. Thank you!|付款成功，谢谢！)$/)
  await expect.poll(() => shop.records.order(failed)?.payment).toBe('failed')
  await goToPayment(page, 'cedar-pencils', market)
  return { paid, waiting, failed, token: shop.records.order(paid)?.token ?? '' }
}

/** Opens a page in a language, as a shopper with that cart sees it, and waits until nothing more comes. */
export async function openShopPage(
  page: Page,
  { path, cart: lines, act }: ShopPage,
  at: { url: string; locale: Locale },
): Promise<void> {
  // An open page of the shop follows its cart, and would load itself anew in the middle of this.
  await page.goto('about:blank')
  await page.context().clearCookies({ name: 'cart' })
  if (lines) await page.context().addCookies([{ name: 'cart', value: lines, url: at.url }])
  await page.goto(`${at.url}/${at.locale}${path}`)
  await act?.(page)
}
