// What a hundred thousand products and a million orders cost beside ten and a hundred: the same shop on two databases.
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Figure } from '../bench.ts'
import { browseLists } from './browse-lists.ts'
import { step } from '../step.ts'
import { startFilledShop, type FilledShop, type Held } from './filled-shop.ts'
import { explainWalks } from './explain-walks.ts'
import { firstBytes, type Pair } from './first-bytes.ts'
import { median, quantile } from './statistics.ts'
import type { Subjects } from './subjects.ts'

const small = { products: 10, orders: 100 }
const goalRatio = 1.2
const goalMs = 20
// What a program of this kind compiles, and when, is chance.
const rounds = 5
const warmUpMs = 10_000
// A sweep lasts for minutes, in which the machine has its own moods.
const sliceMs = 10_000

/** Measures both, request by request in turn. */
export async function measureScale({ folder, size }: Subjects): Promise<Figure[]> {
  const shops = {
    small: await startFilledShop(join(folder, 'small'), small),
    large: await startFilledShop(join(folder, 'large'), size),
  }
  const sweeps = await watchSweeps(shops)
  const pages = await measureFirstBytes(shops, size.products)
  const lists = await measureHoldUps(shops, sweeps)
  await Promise.all([shops.small.stop(), shops.large.stop()])
  return [...pages, ...lists]
}

type Shops = Pair<FilledShop>

interface Seen {
  readonly large: Held
  readonly small?: Held
}

async function measureFirstBytes(shops: Shops, products: number): Promise<Figure[]> {
  const { kept, made } = await firstBytes(shops, products)
  return [figureOfPages('from what is kept', kept), figureOfPages('made anew', made)]
}

function figureOfPages(how: string, { small: few, large: many }: Pair<number[]>): Figure {
  const [p99, beside] = [quantile(many, 0.99), quantile(few, 0.99)]
  const [p50, p50Beside] = [quantile(many, 0.5), quantile(few, 0.5)]
  return {
    what: `Time to the first byte of a product page ${how}, many products, p99`,
    measured: `${p99.toFixed(1)} ms (median ${p50.toFixed(2)} ms)`,
    beside: `${beside.toFixed(1)} ms (${p50Beside.toFixed(2)} ms) with ten: ${(p99 / beside).toFixed(2)} times`,
    goal: `at most ${goalRatio} times`,
    met: p99 <= beside * goalRatio,
  }
}

// A shop asks after its open orders when it starts, ten a second: that holds nobody up, and is no part of what a page takes.
// What it runs for the first time it compiles first, as with the lists; the small shop is done with its few by then.
async function watchSweeps({ small: few, large: many }: Shops): Promise<Seen[]> {
  await pause(warmUpMs)
  await many.readProbe()
  const seen: Seen[] = []
  await step('Letting both ask after their open orders', async () => {
    const over = Promise.all([few.swept(), many.swept()]).then(() => true)
    for (let isOver = false; !isOver;) {
      isOver = await Promise.race([over, pause(sliceMs, false)])
      seen.push({ large: await many.readProbe() })
    }
  })
  return seen
}

async function measureHoldUps(
  { small: few, large: many }: Shops,
  sweeps: readonly Seen[],
): Promise<Figure[]> {
  const lists: Seen[] = []
  // The first walk warms both up.
  for (let walk = 0; walk <= rounds; walk += 1) {
    const held = { small: await heldByLists(few), large: await heldByLists(many) }
    if (walk > 0) lists.push(held)
  }
  return [
    figureOfHoldUps(`lists are browsed, ${rounds} times: of each time’s, the middle one`, lists),
    figureOfHoldUps('a sweep asks after open orders: of each ten seconds’, the middle one', sweeps),
    figureOfStatements(many.file, [...lists, ...sweeps]),
  ]
}

async function heldByLists(shop: FilledShop): Promise<Held> {
  await shop.readProbe()
  await browseLists(shop)
  return shop.readProbe()
}

function figureOfHoldUps(doing: string, seen: readonly Seen[]): Figure {
  const [of, beside] = [heldIn(seen, 'large'), heldIn(seen, 'small')]
  const worst = seen.map(({ large }) => large).toSorted((one, other) => other.turnMs - one.turnMs)[0]
  console.log(`  The longest hold-up while ${doing}: ${worst?.turnMs.toFixed(1)} ms, in ${worst?.turnOf}`)
  return {
    what: `Longest hold-up of the event loop while ${doing}`,
    measured: inWords(of),
    beside: seen.some((held) => held.small) ? `with ten products ${inWords(beside)}` : '',
    goal: `at most ${goalMs} ms`,
    met: Number(of.work) <= goalMs,
  }
}

function heldIn(seen: readonly Seen[], which: keyof Seen) {
  const values = (of: (held: Held) => number) => seen.flatMap((held) => held[which] ?? []).map(of)
  const middle = (of: (held: Held) => number) => median(values(of)).toFixed(1)
  return {
    work: middle(({ turnMs }) => turnMs),
    worst: Math.max(...values(({ turnMs }) => turnMs)).toFixed(1),
    wait: middle(({ waitMs }) => waitMs),
    worstWait: Math.max(...values(({ waitMs }) => waitMs)).toFixed(1),
    p99: middle(({ waitP99Ms }) => waitP99Ms),
    garbage: middle(({ collectionMs }) => collectionMs),
  }
}

function inWords({ work, worst, wait, worstWait, p99, garbage }: ReturnType<typeof heldIn>): string {
  return `${work} ms of its own work (${worst} ms at worst; by the clock with garbage ${wait} ms, ${worstWait} ms at worst, p99 ${p99} ms; garbage ${garbage} ms)`
}

function figureOfStatements(file: string, seen: readonly Seen[]): Figure {
  const longestOf = (which: keyof Seen) =>
    seen.flatMap((held) => held[which]?.statements ?? []).toSorted((one, other) => other.ms - one.ms)
  const [statements, beside] = [longestOf('large'), longestOf('small')]
  const [longest] = statements
  const texts = new Set(statements.map(({ sql }) => sql))
  const walks = explainWalks(file, [...texts])
  if (longest)
    console.log(`  The longest statement: ${longest.ms.toFixed(1)} ms: ${longest.sql.slice(0, 400)}`)
  for (const walk of walks) console.log(`  A statement walks a whole table: ${walk}`)
  return {
    what: 'Longest statement of the database in both, and statements that walk a whole table',
    measured: `${longest?.ms.toFixed(1) ?? '–'} ms, ${walks.length}`,
    beside: `${beside[0]?.ms.toFixed(1) ?? '–'} ms with ten products`,
    goal: `at most ${goalMs} ms, 0`,
    met: (longest?.ms ?? 0) <= goalMs && walks.length === 0,
  }
}
