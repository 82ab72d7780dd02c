// How many product pages a second, beside a bare page that Next.js keeps in the same way.
import type { Figure } from '../bench.ts'
import { answeredPerSecond, sendWell } from './send-many.ts'
import { median } from './statistics.ts'
import type { Subjects } from './subjects.ts'

const concurrency = 16
const rounds = 7
const perRound = 3_000
const goalRatio = 0.9
// As browsers ask.
const headers = { 'Accept-Encoding': 'gzip, deflate, br, zstd', 'Accept-Language': 'en-US,en;q=0.9' }

/** Both in turn, so that the machine's mood meets both. */
export async function measureSpeed({ shop, emptyApp }: Subjects): Promise<Figure[]> {
  const urls = { bare: `${await emptyApp()}/kept/gaiwan`, shop: `${(await shop()).url}/en/products/gaiwan` }
  const speeds: { bare: number; shop: number }[] = []
  for (let round = 0; round <= rounds; round += 1) {
    speeds.push({
      bare: await answeredPerSecond(repeated(urls.bare), concurrency),
      shop: await answeredPerSecond(repeated(urls.shop), concurrency),
    })
  }
  // The first round warms both up.
  speeds.shift()
  const ratio = median(speeds.map(({ bare, shop: own }) => own / bare))
  return [
    {
      what: `Product page, at concurrency ${concurrency}, ${await sizeOf(urls.shop)} of HTML`,
      measured: `${median(speeds.map(({ shop: own }) => own)).toFixed(0)}/s`,
      beside: `${median(speeds.map(({ bare }) => bare)).toFixed(0)}/s, a bare ISR page of ${await sizeOf(urls.bare)}: ${ratio.toFixed(2)} times`,
      goal: `at least ${goalRatio} times`,
      met: ratio >= goalRatio,
    },
  ]
}

function repeated(url: string) {
  return Array.from({ length: perRound }, () => ({ url, headers }))
}

async function sizeOf(url: string): Promise<string> {
  return `${(Buffer.byteLength((await sendWell({ url })).body) / 1000).toFixed(1)} kB`
}
