// What a browser loads for a page, as it went over the wire.
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright/test'

export interface PageLoad {
  /** Until the load event, photos of products left out. */
  readonly requests: number
  /** Bytes as they came: compressed, with their heads. */
  readonly wire: number
  readonly photos: number
  readonly html: {
    /** Bytes of the document as it came, with all that is in it. */
    readonly wire: number
    /** Its bytes unpacked, but for what other pages have as files: style sheets and pictures. */
    readonly markup: number
  }
}

/** Loads a page into an empty cache and weighs what comes until the load event. */
export async function weighLoad(page: Page, url: string): Promise<PageLoad> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.clearBrowserCache')
  const urls = new Map<string, string>()
  const weights = new Map<string, number>()
  session.on('Network.requestWillBeSent', ({ requestId, request }) => urls.set(requestId, request.url))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    weights.set(requestId, encodedDataLength),
  )
  const document = await page.goto(url, { waitUntil: 'load' })
  await session.detach()
  // What weighs nothing had come before: the icon as a picture and as the page's.
  const loads = [...weights]
    .map(([id, bytes]) => ({ url: urls.get(id) ?? '', bytes }))
    .filter(({ bytes }) => bytes > 0)
  const [photos, others] = [loads.filter(isPhoto), loads.filter((load) => !isPhoto(load))]
  return {
    requests: others.length,
    wire: sum(others),
    photos: sum(photos),
    html: {
      wire: others.find((load) => load.url === document?.url())?.bytes ?? 0,
      markup: Buffer.byteLength(markupOf((await document?.text()) ?? '')),
    },
  }
}

/** Bytes of the scripts that a page's HTML names for today's browsers, each compressed as well as gzip can. */
export async function weighScripts(url: string): Promise<number> {
  const html = await (await fetch(url)).text()
  const tags = [...html.matchAll(/<script[^>]*src="([^"]+)"[^>]*>/g)].filter(
    ([tag]) => !/nomodule/i.test(tag),
  )
  const paths = [...new Set(tags.map(([, path = '']) => path))]
  const scripts = await Promise.all(
    paths.map(async (path) => Buffer.from(await (await fetch(new URL(path, url))).arrayBuffer())),
  )
  return scripts.reduce((bytes, script) => bytes + gzipSync(script, { level: 9 }).byteLength, 0)
}

function markupOf(html: string): string {
  return html.replaceAll(/<style>[\s\S]*?<\/style>|(?<=src=")data:[^"]*/g, '')
}

function isPhoto({ url }: { url: string }): boolean {
  return /\/(products|sized)\/[\w-]+\.(avif|webp|jpg)$/.test(url)
}

function sum(loads: readonly { bytes: number }[]): number {
  return loads.reduce((total, { bytes }) => total + bytes, 0)
}
