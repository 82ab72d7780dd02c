// Nothing that axe finds stands in anybody's way, on any page: https://github.com/dequelabs/axe-core
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright/test'
import { locales, makeOrders, openShopPage, shopPages, widths } from './pages.ts'
import { expect, test } from './shop.ts'
import { againstStripe } from './stripe-mode.ts'

test.skip(againstStripe, 'Stripe’s pages are Stripe’s')

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
// One of its rules for targets is not among those that it applies of itself.
const everything: RunOptions = { rules: { 'target-size': { enabled: true } } }
// Another scheme has other colours, and nothing else.
const colours: RunOptions = { runOnly: ['color-contrast', 'link-in-text-block'] }

for (const locale of locales) {
  test(`axe finds nothing on any page in ${locale}, light or dark, on a telephone or a desk`, async ({
    page,
    shop,
  }) => {
    test.setTimeout(180_000)
    const ends = await makeOrders(page, shop, locale)
    for (const shopPage of shopPages(ends)) {
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
      await openShopPage(page, shopPage, { url: shop.url, locale })
      await page.evaluate(axe)
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 })
        await expectNothing(page, everything, `${shopPage.name} at ${width}, light`)
        await page.emulateMedia({ colorScheme: 'dark' })
        await expectNothing(page, colours, `${shopPage.name} at ${width}, dark`)
        await page.emulateMedia({ colorScheme: 'light' })
      }
    }
  })
}

async function expectNothing(page: Page, options: RunOptions, what: string): Promise<void> {
  const violations = await page.evaluate(async (given) => {
    const { axe: loaded } = window as unknown as { axe: { run: (o: RunOptions) => Promise<AxeResults> } }
    const found = await loaded.run({ ...given, resultTypes: ['violations'] })
    return found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 150)).join(' | ')}`,
    )
  }, options)
  expect.soft(violations, what).toEqual([])
}
