// Which currencies there are and how many minor units make one of each, by Stripe's own count:
// Intl counts otherwise for fourteen currencies (HUF and ISK among them).
// https://docs.stripe.com/currencies#minor-units

/** The currencies this shop has prices in, as Stripe writes them. */
export const currencies = ['cny', 'usd', 'eur', 'jpy'] as const
export type Currency = (typeof currencies)[number]

const zeroDecimal = new Set('bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' '))
const threeDecimal = new Set('bhd jod kwd omr tnd'.split(' '))

/** Whether `value` is one of the shop's currencies. */
export function isCurrency(value: unknown): value is Currency {
  return currencies.some((currency) => currency === value)
}

/** How many decimals Stripe's amounts have in `currency` (any case): 2 for usd, 0 for jpy, 3 for kwd. */
export function decimalsOf(currency: string): 0 | 2 | 3 {
  const code = currency.toLowerCase()
  if (zeroDecimal.has(code)) return 0
  return threeDecimal.has(code) ? 3 : 2
}
