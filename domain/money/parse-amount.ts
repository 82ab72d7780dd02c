import { decimalsOf } from './currency.ts'

/**
 * Minor units of a currency out of what somebody typed in whole ones: "12.5" usd is 1250, "1,200" jpy is 1200; full-width
 * digits count as well. Null when it is no amount, or one finer than the currency is.
 */
export function parseAmount(typed: string, currency: string): number | null {
  const decimals = decimalsOf(currency)
  const plain = plainly(typed)
  const [, whole, fraction = ''] = /^(\d{1,12}|\d{1,3}(?:,\d{3}){1,3})(?:\.(\d*))?$/.exec(plain) ?? []
  if (whole === undefined || fraction.length > decimals) return null
  return Number(`${whole.replaceAll(',', '')}${fraction.padEnd(decimals, '0')}`)
}

/** Whether what somebody typed is figures, and more of them than any amount has. */
export function isTooLarge(typed: string): boolean {
  return /^\d{13,}(?:\.\d*)?$/.test(plainly(typed).replaceAll(',', ''))
}

function plainly(typed: string): string {
  return typed.slice(0, 40).normalize('NFKC').trim()
}
