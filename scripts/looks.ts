// Pictures of every page, in both languages, both schemes and both widths, and all of them on one contact sheet: looks/index.html
// and looks/contact-sheet.png.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type BrowserContext, chromium } from 'playwright'
import makeTemplate from '../e2e/make-template.ts'
import { locales, makeOrders, openShopPage, schemes, shopPages, widths } from '../e2e/pages.ts'
import { startShop } from '../e2e/start-shop.ts'
import { ensureBrowser } from './browser.ts'
import { contactSheet, type Look } from './contact-sheet.ts'
import { buildShop, generateClient } from './prepare.ts'
import { step } from './step.ts'

const folder = 'looks'
const height = 900
// A sheet is looked at as a whole: what stands further down on a page is in that page's own picture.
const tallest = 4_000

await step('Preparing', generateClient)
await step('Building', buildShop)
const removeTemplate = await step('Filling a shop', makeTemplate)
const shop = await step('Starting it', () => startShop('looks'))
const executablePath = await ensureBrowser()
const browser = await chromium.launch({ chromiumSandbox: false, ...(executablePath && { executablePath }) })
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder)
const context = await browser.newContext({ baseURL: shop.url, reducedMotion: 'reduce' })
const looks: Look[] = []
for (const locale of locales)
  await step(`Looking at every page in ${locale}`, () => lookAtAll(context, locale))
await step('Laying them out', () => layOut(context))
await browser.close()
await shop.stop()
removeTemplate()
console.log(
  `${looks.length} pictures: ${resolve(folder, 'index.html')}, ${resolve(folder, 'contact-sheet.png')}`,
)

async function lookAtAll(from: BrowserContext, locale: (typeof locales)[number]): Promise<void> {
  const page = await from.newPage()
  const ends = await makeOrders(page, shop, locale)
  for (const [index, shopPage] of shopPages(ends).entries()) {
    await openShopPage(page, shopPage, { url: shop.url, locale })
    for (const width of widths) {
      await page.setViewportSize({ width, height })
      // Pictures further down come when they are needed.
      await page.evaluate(showAllPictures)
      for (const scheme of schemes) {
        await page.emulateMedia({ colorScheme: scheme })
        const name = `${String(index + 1).padStart(2, '0')}-${shopPage.name.replaceAll(/\W+/g, '-')}`
        const file = `${name}-${locale}-${scheme}-${width}.png`
        const clip = { x: 0, y: 0, width, height: Math.min(tallest, await page.evaluate(pageHeight)) }
        await page.screenshot({ path: join(folder, file), fullPage: true, clip })
        looks.push({ page: shopPage.name, locale, scheme, width, file })
      }
    }
  }
  await page.close()
}

// Both run in the page.
async function showAllPictures(): Promise<void> {
  const pictures = [...document.images].filter((picture) => picture.checkVisibility())
  for (const picture of pictures) picture.loading = 'eager'
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)))
}
function pageHeight(): number {
  // What lies over the window is as high as it.
  return document.querySelector(':modal') ? innerHeight : document.documentElement.scrollHeight
}

async function layOut(from: BrowserContext): Promise<void> {
  writeFileSync(join(folder, 'index.html'), contactSheet(looks))
  const page = await from.newPage()
  await page.setViewportSize({ width: 2_000, height })
  await page.goto(pathToFileURL(join(folder, 'index.html')).href)
  await page.evaluate(showAllPictures)
  await page.screenshot({ path: join(folder, 'contact-sheet.png'), fullPage: true })
  await page.close()
}
