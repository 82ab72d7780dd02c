// How an empty shop sends what it sells; a change here reaches no shop that has products. Amounts are in minor units:
// [cny, usd, eur, jpy].
import type { Transaction } from './client.ts'

type Amounts = readonly [cny: number, usd: number, eur: number, jpy: number]
interface SeedRate {
  readonly key: string
  readonly names: readonly [en: string, zhCN: string]
  readonly days: readonly [from: number, to: number]
  readonly amounts: Amounts
  /** From how much on it costs nothing. */
  readonly freeFrom?: Amounts
}

const currencies = ['cny', 'usd', 'eur', 'jpy'] as const

const rates: readonly SeedRate[] = [
  {
    key: 'standard',
    names: ['Standard shipping', '标准配送'],
    days: [3, 6],
    amounts: [1200, 600, 500, 800],
    freeFrom: [39900, 6000, 5500, 9000],
  },
  {
    key: 'express',
    names: ['Express shipping', '特快配送'],
    days: [1, 2],
    amounts: [2800, 1500, 1400, 1800],
  },
]

/** Puts the shipping rates in. */
export async function insertShippingRates(tx: Transaction): Promise<void> {
  for (const [position, { key, names, days, amounts, freeFrom }] of rates.entries()) {
    const [en, zhCN] = names
    const [daysFrom, daysTo] = days
    const prices = currencies.map((currency, index) => ({
      currency,
      amount: amounts[index] ?? 0,
      freeFrom: freeFrom?.[index] ?? null,
    }))
    const name = { en, 'zh-CN': zhCN }
    await tx.shippingRate.create({
      data: { key, position, name, daysFrom, daysTo, prices: { create: prices } },
    })
  }
}
