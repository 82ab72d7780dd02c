// Orders as the database gives them: words are words again, and times are times, whichever database it is.
import { isLocale } from '#domain/catalogue/text'
import { isCurrency } from '#domain/money/currency'
import { type MoneyBack, type Order, paymentRanks, reviewReasons, sessionRanks } from './order.ts'

type Words = 'session' | 'payment' | 'stock' | 'review' | 'locale' | 'currency'
type Times = 'createdAt' | 'expiresAt' | 'paidAt'

/** A row with its lines. Not every database gives times as dates when rows come from a statement that writes. */
export type OrderRow = Omit<Order, Words | Times | keyof MoneyBack> &
  Record<Words, string> &
  Record<Exclude<Times, 'paidAt'>, Date | string> & { readonly paidAt: Date | string | null }

/** An order out of its row. Throws when a word in it is none of the shop's. */
export function toOrder(row: OrderRow, back: MoneyBack): Order {
  const { locale, currency, stock } = row
  const session = sessionRanks.find((rank) => rank === row.session)
  const payment = paymentRanks.find((rank) => rank === row.payment)
  if (!isLocale(locale) || !isCurrency(currency) || !session || !payment)
    throw new Error(`order ${row.id} cannot be read`)
  return {
    ...row,
    ...back,
    locale,
    currency,
    session,
    payment,
    stock: stock as Order['stock'],
    review: reviewReasons.filter((reason) => row.review.split(' ').includes(reason)),
    createdAt: new Date(row.createdAt),
    expiresAt: new Date(row.expiresAt),
    paidAt: row.paidAt === null ? null : new Date(row.paidAt),
  }
}
