// What a message says below the goods: how their price became the total.
import type { Charges, MailContent } from './outbox-store.ts'
import type { ChargeLabels } from './texts.ts'

export interface SumLine {
  readonly label: string
  readonly amount: string
  /** Whether it is a total, and not a part of one. */
  readonly isTotal: boolean
}

interface Wording {
  readonly label: ChargeLabels
  /** Minor units, as the reader's language writes them. */
  readonly money: (amount: number) => string
}

/** The lines from the goods to the total, and what the total includes. Without charges of any kind, the total alone. */
export function sumLines({ charges, total }: MailContent, { label, money }: Wording): SumLine[] {
  const sum = { label: label.total, amount: money(total), isTotal: true }
  if (!charges) return [sum]
  const parts = chargeLines(charges, { label, money })
  const goods = part(label.subtotal, money(charges.subtotal))
  const included = charges.tax - charges.addedTax
  return [
    ...(parts.length > 0 ? [goods, ...parts] : []),
    sum,
    ...(included > 0 ? [part(label.includedTax, money(included))] : []),
  ]
}

function chargeLines(charges: Charges, { label, money }: Wording): SumLine[] {
  const { discount, shipping, shippingName, addedTax } = charges
  const isShipped = shippingName !== null || shipping > 0
  return [
    ...(discount > 0 ? [part(label.discount, money(-discount))] : []),
    ...(isShipped ? [part(shippingName ?? label.shipping, shipping > 0 ? money(shipping) : label.free)] : []),
    ...(addedTax > 0 ? [part(label.tax, money(addedTax))] : []),
  ]
}

function part(label: string, amount: string): SumLine {
  return { label, amount, isTotal: false }
}
