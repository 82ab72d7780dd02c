// Orders as the database has them: words are words again, times are times and what is told in parts is one, whichever
// database it is.
import { isLocale } from '#domain/catalogue/text'
import { isCurrency } from '#domain/money/currency'
import { parseShippingOffers } from '#domain/shipping/shipping-offer'
import { parsePresentment } from '#stripe/presentment'
import { parseShippingAddress } from '#stripe/shipping-address'
import type { Breakdown } from './breakdown.ts'
import { type MoneyBack, type Order, paymentRanks, reviewReasons, sessionRanks } from './order.ts'

type Words = 'session' | 'payment' | 'stock' | 'review' | 'locale' | 'currency'
type Times = 'createdAt' | 'expiresAt' | 'paidAt'
type Parts = 'breakdown' | 'shippingOffers' | 'shippingAddress' | 'presentment'

/** What was charged, as its columns have it. */
export interface ChargeRow {
  readonly amountSubtotal: number | null
  readonly amountDiscount: number | null
  readonly amountShipping: number | null
  readonly amountTax: number | null
  readonly amountTotal: number | null
  readonly shippingName: string | null
}

/** A row with its lines. Not every database gives times as dates when rows come from a statement that writes. */
export type OrderRow = Omit<Order, Words | Times | Parts | keyof MoneyBack> &
  Record<Words, string> &
  Record<Exclude<Times, 'paidAt'>, Date | string> & { readonly paidAt: Date | string | null } & ChargeRow & {
    readonly shippingOffers: string
    readonly shippingAddress: string | null
    readonly presentment: string | null
  }

/** An order out of its row. Throws when a word in it is none of the shop's. */
export function toOrder(given: OrderRow, back: MoneyBack): Order {
  const { amountSubtotal, amountDiscount, amountShipping, amountTax, amountTotal, shippingName, ...row } =
    given
  const charge = { amountSubtotal, amountDiscount, amountShipping, amountTax, amountTotal, shippingName }
  const { locale, currency, stock, shippingAddress, presentment } = row
  if (!isLocale(locale) || !isCurrency(currency)) throw unreadable(row)
  return {
    ...row,
    ...back,
    locale,
    currency,
    ...readFacts(row),
    stock: stock as Order['stock'],
    createdAt: new Date(row.createdAt),
    expiresAt: new Date(row.expiresAt),
    paidAt: row.paidAt === null ? null : new Date(row.paidAt),
    breakdown: toBreakdown(charge),
    shippingOffers: parseShippingOffers(row.shippingOffers),
    shippingAddress: shippingAddress === null ? null : parseShippingAddress(shippingAddress),
    presentment: presentment === null ? null : parsePresentment(presentment),
  }
}

interface FactsRow {
  readonly id: string
  readonly session: string
  readonly payment: string
  readonly review: string
}

/** How far an order has come, out of the columns that say so. Throws when a word in them is none of the shop's. */
export function readFacts(row: FactsRow): Pick<Order, 'session' | 'payment' | 'review'> {
  const session = sessionRanks.find((rank) => rank === row.session)
  const payment = paymentRanks.find((rank) => rank === row.payment)
  if (!session || !payment) throw unreadable(row)
  return {
    session,
    payment,
    review: reviewReasons.filter((reason) => row.review.split(' ').includes(reason)),
  }
}

function unreadable({ id }: Pick<FactsRow, 'id'>): Error {
  return new Error(`order ${id} cannot be read`)
}

/** What was charged, out of its columns; null until Stripe has told, and where it was told before the shop kept it. */
export function toBreakdown(row: ChargeRow): Breakdown | null {
  const { amountSubtotal: subtotal, amountDiscount, amountShipping, amountTax, amountTotal: total } = row
  if (subtotal === null || total === null) return null
  return {
    subtotal,
    discount: amountDiscount ?? 0,
    shipping: amountShipping ?? 0,
    tax: amountTax ?? 0,
    total,
    shippingName: row.shippingName,
  }
}
