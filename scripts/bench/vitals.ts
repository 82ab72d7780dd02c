// What a shopper with a slow telephone on a slow network waits for: Core Web Vitals in Chromium, its own throttling.
// https://web.dev/articles/vitals
import type { Browser, Page } from 'playwright'
import type { Figure } from '../bench.ts'
import { openBrowser } from './open-browser.ts'
import { median } from './statistics.ts'
import type { Subjects } from './subjects.ts'

const runs = 5
const goals = { lcp: 1200, cls: 0.02, inp: 150 }
// What the browser's own tools call “Slow 4G”.
const network = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1.6e6 / 8) * 0.9,
  uploadThroughput: (0.75e6 / 8) * 0.9,
}
const processorSlowdown = 4
// An interaction is told of some frames after it; one of less than 16 ms never is.
const tellingMs = 1_500

interface Vitals {
  /** Milliseconds. */
  readonly lcp: number
  /** Milliseconds until the first photograph is there in full: what is largest may be its preview. */
  readonly photo: number
  readonly cls: number
  /** Milliseconds from a click until what came of it was painted. */
  readonly inp: number
}

/** Home, product and cart page, each a few times with an empty cache; what counts is the median. */
export async function measureVitals({ shop }: Subjects): Promise<Figure[]> {
  const { url } = await shop()
  const browser = await openBrowser()
  const figures = []
  for (const { name, path, click, cart } of pages) {
    const seen: Vitals[] = []
    for (let run = 0; run < runs; run += 1)
      seen.push(await visit(browser, { address: url + path, click, cart, url }))
    figures.push(figureOf(name, seen))
  }
  await browser.close()
  return figures
}

// What is clicked shows on the page itself: what leads to another page has no paint of its own to wait for.
const pages = [
  { name: 'home', path: '/en', click: '.cart-link', cart: '' },
  { name: 'product', path: '/en/products/celadon-mug', click: '[formaction="/api/cart"]', cart: '' },
  { name: 'cart', path: '/en/cart', click: 'input[type="number"]', cart: 'celadon-mug-ink:1.gaiwan:1' },
]

interface Visit {
  readonly url: string
  readonly address: string
  readonly click: string
  readonly cart: string
}

async function visit(browser: Browser, { url, address, click, cart }: Visit): Promise<Vitals> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 })
  if (cart) await context.addCookies([{ name: 'cart', value: cart, url }])
  const page = await context.newPage()
  await page.addInitScript(watchVitals)
  const session = await context.newCDPSession(page)
  await session.send('Network.emulateNetworkConditions', network)
  await session.send('Emulation.setCPUThrottlingRate', { rate: processorSlowdown })
  await page.goto(address, { waitUntil: 'load' })
  await page.waitForFunction(isShown)
  const shown = await readVitals(page)
  const photo = await page.evaluate(readPhoto)
  await page.locator(click).first().click({ noWaitAfter: true })
  await page.waitForTimeout(tellingMs)
  const { inp } = await readVitals(page)
  if (page.url() !== address) throw new Error(`A click on ${address} led to ${page.url()}`)
  await context.close()
  return { ...shown, inp, photo }
}

// Runs in the page. What is largest is told a moment after it is painted, and that may be after the page has loaded.
function isShown(): boolean {
  const { lcp = 0 } = (window as Watched).vitals ?? {}
  return lcp > 0 && document.documentElement.dataset['script'] === 'ready'
}

type Watched = Window & { vitals?: { lcp: number; cls: number; inp: number } }

function readVitals(page: Page): Promise<Omit<Vitals, 'photo'>> {
  return page.evaluate(() => (window as Watched).vitals ?? { lcp: 0, cls: 0, inp: 0 })
}

// Runs in the page.
function readPhoto(): number {
  const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
  return Math.min(
    ...files.filter(({ name }) => name.includes('/sized/')).map(({ responseEnd }) => responseEnd),
  )
}

// Runs in the page.
function watchVitals(): void {
  const vitals = { lcp: 0, cls: 0, inp: 0 }
  Object.assign(window, { vitals })
  const notes: Record<string, (entry: PerformanceEntry) => void> = {
    'largest-contentful-paint': (entry) => {
      vitals.lcp = entry.startTime
    },
    'layout-shift': (entry) => {
      const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean }
      if (!hadRecentInput) vitals.cls += value
    },
    event: (entry) => {
      if ((entry as PerformanceEventTiming).interactionId) vitals.inp = Math.max(vitals.inp, entry.duration)
    },
  }
  for (const [type, note] of Object.entries(notes)) {
    const options = { type, buffered: true, ...(type === 'event' && { durationThreshold: 16 }) }
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe(options)
  }
}

function figureOf(name: string, seen: readonly Vitals[]): Figure {
  const [lcp, cls, inp] = [seen.map((v) => v.lcp), seen.map((v) => v.cls), seen.map((v) => v.inp)]
  const photo = median(seen.map((v) => v.photo))
  const range = `${Math.min(...lcp).toFixed(0)}–${Math.max(...lcp).toFixed(0)} ms`
  return {
    what: `LCP / CLS / INP of the ${name} page, ${processorSlowdown}x slower processor, slow 4G`,
    measured: `${median(lcp).toFixed(0)} ms / ${median(cls).toFixed(3)} / ${median(inp).toFixed(0)} ms`,
    beside: `LCP ${range} in ${runs} runs${Number.isFinite(photo) ? `; the photograph in full at ${photo.toFixed(0)} ms` : ''}`,
    goal: `at most ${goals.lcp} ms / ${goals.cls} / ${goals.inp} ms`,
    met: median(lcp) <= goals.lcp && median(cls) <= goals.cls && median(inp) <= goals.inp,
  }
}
