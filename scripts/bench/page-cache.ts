// Whether pages that are kept fill the disk or the memory, when very many different ones are visited.
import { globSync } from 'node:fs'
import { join } from 'node:path'
import type { Figure } from '../bench.ts'
import { startFilledShop } from './filled-shop.ts'
import { answeredPerSecond } from './send-many.ts'
import type { Subjects } from './subjects.ts'

const mostPages = 6_000
const goalMegabytes = 250
const goalGrowth = 1.1

/** Visits pages of different products, and looks at what is left of them half way and at the end. */
export async function measurePageCache({ folder, size: large }: Subjects): Promise<Figure[]> {
  const pages = Math.min(large.products, mostPages)
  const size = { products: pages, orders: 100 }
  const shop = await startFilledShop(join(folder, 'cache'), size, { collects: true })
  const visit = async (from: number, to: number) => {
    const visits = Array.from(
      { length: to - from },
      (_, n) => `${shop.url}/en/products/thing-${from + n + 1}`,
    )
    await answeredPerSecond(
      visits.map((url) => ({ url })),
      4,
    )
    return (await shop.readProbe()).heapUsed / 2 ** 20
  }
  const before = countFiles()
  const half = await visit(0, pages >> 1)
  const whole = await visit(pages >> 1, pages)
  const written = countFiles() - before
  await shop.stop()
  return [
    {
      what: `Kept pages, after ${pages} different product pages`,
      measured: `${written} files, ${whole.toFixed(0)} MB of heap`,
      beside: `${half.toFixed(0)} MB after half of them; Next.js by itself writes 7 files and 43 kB a page`,
      goal: `no file, at most ${goalMegabytes} MB and ${goalGrowth} times that of half of them`,
      met: written === 0 && whole <= goalMegabytes && whole <= half * goalGrowth,
    },
  ]
}

function countFiles(): number {
  return globSync('.next/**/*').length
}
