// When all sessions are over and the shop has swept once: nothing is held any more, and what was paid is sold.
import { setTimeout as pause } from 'node:timers/promises'
import type { Row } from '../databases.ts'
import type { Lane } from './lane.ts'
import type { Trial } from './one-shopper.ts'
import { skus } from './trials.ts'

const minutesAhead = 36
const sweepMs = 120_000

/** Lets the time pass and the shop sweep, without a single webhook. `paid`: trials whose session was paid. */
export async function lookAfterTrials(
  lane: Lane,
  paid: readonly Trial[],
  quantity: number,
): Promise<string[]> {
  const { stripe, store } = lane
  await fetch(`${stripe.url}/_local/clock/advance`, {
    method: 'POST',
    body: JSON.stringify({ seconds: minutesAhead * 60 }),
  })
  const shop = await lane.restart({ TORTURE_AHEAD: String(minutesAhead * 60_000) })
  const deadline = Date.now() + sweepMs
  const read = () => store.query('SELECT "sku", "quantity", "held", "sold" FROM "Stock" ORDER BY "sku"')
  let stock = await read()
  while (stock.some(({ held }) => Number(held) > 0) && Date.now() < deadline) {
    await pause(200)
    stock = await read()
  }
  const found = skus.flatMap((sku) => differences(stock, { sku, quantity, sold: unitsOf(paid, sku) }))
  return found.length === 0 ? [] : [...found, `The shop said:\n${shop.output().slice(-2_000)}`]
}

function unitsOf(trials: readonly Trial[], wanted: string): number {
  return trials
    .map(({ item }) => (item.sku === wanted ? item.quantity : 0))
    .reduce((sum, one) => sum + one, 0)
}

interface Expected {
  readonly sku: string
  readonly quantity: number
  readonly sold: number
}

function differences(stock: readonly Row[], { sku, quantity, sold }: Expected): string[] {
  const row = stock.find((one) => one['sku'] === sku)
  const is = { quantity: Number(row?.['quantity']), held: Number(row?.['held']), sold: Number(row?.['sold']) }
  if (is.quantity === quantity && is.held === 0 && is.sold === sold) return []
  return [`${sku}: ${JSON.stringify(is)}, must be ${JSON.stringify({ quantity, held: 0, sold })}`]
}
