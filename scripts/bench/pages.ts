// How much a page makes the browser load: its scripts, and all there is of a product page.
import { weighLoad, weighScripts } from '../../e2e/page-load.ts'
import type { Figure } from '../bench.ts'
import { payOrder } from './pay-order.ts'
import { openBrowser } from './open-browser.ts'
import type { Subjects } from './subjects.ts'

const productPath = '/en/products/celadon-mug'
const goals = { script: 4, requests: 12, wire: 40, html: 12 }

/** Weighs them. */
export async function measurePages({ shop, emptyApp }: Subjects): Promise<Figure[]> {
  const own = await shop()
  const empty = (await weighScripts(await emptyApp())) / 1000
  const paths = { home: '/en', product: productPath, cart: '/en/cart', success: await payOrder(own, 'en') }
  const weights: Figure[] = []
  for (const [name, path] of Object.entries(paths)) {
    const weight = (await weighScripts(`${own.url}${path}`)) / 1000
    weights.push({
      what: `JavaScript of the ${name} page, gzip`,
      measured: `${weight.toFixed(1)} kB`,
      beside: `${empty.toFixed(1)} kB, an empty app of the same Next.js`,
      goal: `at most ${goals.script} kB`,
      met: weight <= goals.script,
    })
  }
  return [...weights, await measureLoad(`${own.url}${productPath}`)]
}

async function measureLoad(url: string): Promise<Figure> {
  const browser = await openBrowser()
  const load = await weighLoad(await browser.newPage(), url)
  await browser.close()
  const { requests, wire, html, photos } = load
  const weights = [wire, html.wire, html.markup, photos]
  const [all, document, markup, pictures] = weights.map((bytes) => (bytes / 1000).toFixed(1))
  return {
    what: 'A product page’s load without its photos',
    measured: `${requests} requests, ${all} kB, HTML ${document} kB with its style sheet (markup ${markup} kB unpacked)`,
    beside: `${pictures} kB of photos`,
    goal: `at most ${goals.requests} requests, ${goals.wire} kB, HTML ${goals.html} kB, markup ${goals.html} kB`,
    met:
      requests <= goals.requests &&
      wire <= goals.wire * 1000 &&
      Math.max(html.wire, html.markup) <= goals.html * 1000,
  }
}
