// What things cost when the shopper looked last, so that the cart can tell of a change. It lives in a cookie of the browser:
// a stranger's text, which is shown as what was, and never charged.
import { type Currency, isCurrency } from '#domain/money/currency'
import { isSku, maximumLines } from './cart.ts'

export interface SeenPrices {
  readonly currency: Currency
  /** Minor units for one, by sku. */
  readonly amounts: ReadonlyMap<string, number>
}

/** The prices in a cookie's text ("usd.mug:2400.gaiwan:1900"). What cannot be read was not seen. */
export function readSeenPrices(text: string | undefined): SeenPrices | null {
  const [currency, ...lines] = (text ?? '').split('.', maximumLines + 1)
  if (!isCurrency(currency)) return null
  return { currency, amounts: new Map(lines.map(readLine).filter((line) => line !== null)) }
}

/** The cookie's text for prices. */
export function writeSeenPrices({ currency, amounts }: SeenPrices): string {
  return [currency, ...[...amounts].map(([sku, amount]) => `${sku}:${amount}`)].join('.')
}

interface Now {
  readonly sku: string
  readonly unitAmount: number
  readonly currency: Currency
}

/** What one cost when the shopper looked last, where that is another amount than now. Prices in another currency are no change. */
export function amountBefore(seen: SeenPrices | null, { sku, unitAmount, currency }: Now): number | null {
  const before = seen?.currency === currency ? seen.amounts.get(sku) : undefined
  return before === undefined || before === unitAmount ? null : before
}

function readLine(text: string): [sku: string, amount: number] | null {
  const [sku, digits] = text.split(':')
  return isSku(sku) && /^\d{1,10}$/.test(digits ?? '') ? [sku, Number(digits)] : null
}
