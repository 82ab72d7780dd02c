import { decimalsOf } from './currency.ts'

/** An amount in minor units of a currency written as Stripe writes it ("usd"). */
export interface Money {
  readonly amount: number
  readonly currency: string
}

/** Money as a shopper reads it: 1250 usd is "$12.50" in en, 1250 jpy is "¥1,250" or "JP¥1,250" in zh-CN. Throws RangeError when `amount` is not a safe integer. */
export function formatMoney(money: Money, locale: string): string {
  const decimals = decimalsOf(money.currency)
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: money.currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
  return format.format(decimalText(money.amount, decimals))
}

/** Money in whole units of its currency as decimal digits, for machines: 1250 usd is "12.50", 1250 jpy "1250". Throws RangeError as formatMoney does. */
export function wholeUnits({ amount, currency }: Money): `${number}` {
  return decimalText(amount, decimalsOf(currency))
}

/** The amount in whole units as decimal digits ("12.50"), never through a float. */
export function decimalText(amount: number, decimals: number): `${number}` {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not an amount in minor units: ${amount}`)
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = decimals > 0 ? `.${digits.slice(-decimals)}` : ''
  return `${amount < 0 ? '-' : ''}${whole}${fraction}` as `${number}`
}
