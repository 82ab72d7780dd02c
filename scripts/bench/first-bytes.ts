// How long product pages take to begin, in a small and a large shop, asked in turn.
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import type { FilledShop } from './filled-shop.ts'
import { sendWell } from './send-many.ts'

const [keptVisits, madeVisits] = [8_000, 1_600]
// While a product has just changed no page of it is kept: app/_doors/freshness.ts.
const changeEveryMs = 1_000
const doubtMs = 3_000
const headers = { 'Accept-Encoding': 'gzip, deflate, br, zstd' }

export interface Pair<T> {
  readonly small: T
  readonly large: T
}

/**
 * Milliseconds to the first byte of pages that were visited just before, and of pages that are made anew: in the large shop those
 * of products that nobody has looked at, in the small one those of products that have just changed.
 */
export async function firstBytes(
  shops: Pair<FilledShop>,
  products: number,
): Promise<Record<'kept' | 'made', Pair<number[]>>> {
  const stride = Math.max(1, Math.floor(products / (madeVisits + 100)))
  let changedAt = Number.NEGATIVE_INFINITY
  const made = await inTurn(shops, madeVisits, async (visit) => {
    if (performance.now() > changedAt + changeEveryMs) {
      changedAt = performance.now()
      for (const { file } of [shops.small, shops.large]) changeTen(file)
    }
    return { small: (visit % 10) + 1, large: ((visit * stride) % products) + 1 }
  })
  await pause(doubtMs)
  // Pages that neither shop has yet: had they been made above, those of the large shop alone would run out meanwhile.
  const between = stride >> 1
  const kept = await inTurn(shops, keptVisits, async (visit) => ({
    small: (visit % 10) + 1,
    large: (((visit % 10) * stride + between) % products) + 1,
  }))
  return { kept, made }
}

/** Both shops are asked for the products that `choose` names for each visit. The first tenth of the visits warms them up. */
async function inTurn(
  shops: Pair<FilledShop>,
  visits: number,
  choose: (visit: number) => Promise<Pair<number>>,
): Promise<Pair<number[]>> {
  const times = { small: [] as number[], large: [] as number[] }
  for (let visit = 0; visit < visits * 1.1; visit += 1) {
    const product = await choose(visit)
    // Who is asked first changes, so that neither always meets a machine that has just been at rest.
    for (const which of visit % 2 ? (['small', 'large'] as const) : (['large', 'small'] as const)) {
      const url = `${shops[which].url}/en/products/thing-${product[which]}`
      const { headMs } = await sendWell({ url, headers })
      if (visit >= visits / 10) times[which].push(headMs)
    }
  }
  return times
}

// As a change by the owner, but for the entries in lists, which stay as they are.
function changeTen(file: string): void {
  const database = new DatabaseSync(file, { timeout: 5_000 })
  database.exec(`BEGIN IMMEDIATE;
    UPDATE "Catalogue" SET "edition" = "edition" + 1;
    UPDATE "Product" SET "edition" = (SELECT "edition" FROM "Catalogue"), "listedEdition" = (SELECT "edition" FROM "Catalogue")
      WHERE "id" <= 10;
    COMMIT`)
  database.close()
}
