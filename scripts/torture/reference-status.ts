// The part of the reference about what an order is called: worked out from its rows alone.
import type { Expected } from './reference.ts'
import type { ExpectedOrder } from './reference-order.ts'

/** The status of every order. */
export function foldStatuses({
  orders,
  refunds,
  disputes,
}: Pick<Expected, 'orders' | 'refunds' | 'disputes'>) {
  const gone = new Map<string, number>()
  for (const { paymentIntentId, amount, status } of refunds.values())
    if (status === 'pending' || status === 'succeeded')
      gone.set(paymentIntentId, (gone.get(paymentIntentId) ?? 0) + amount)
  const claimed = new Map<string, string[]>()
  for (const { paymentIntentId, status } of disputes.values())
    claimed.set(paymentIntentId, [...(claimed.get(paymentIntentId) ?? []), status])
  return new Map(
    [...orders].map(([id, order]) => {
      const intent = order.paymentIntentId ?? ''
      return [id, statusOf(order, { refunded: gone.get(intent) ?? 0, claims: claimed.get(intent) ?? [] })]
    }),
  )
}

function statusOf(
  order: ExpectedOrder,
  { refunded, claims }: { refunded: number; claims: readonly string[] },
): string {
  const { payment, session, review, amountPaid } = order
  const isWrong = review.split(' ').some((reason) => reason !== '' && reason !== 'late')
  if (isWrong) return 'review'
  if (payment === 'none') return session === 'expired' ? 'expired' : 'open'
  if (payment !== 'paid') return payment
  if (claims.includes('lost')) return 'charged_back'
  if (claims.includes('needs_response') || claims.includes('under_review')) return 'disputed'
  if (refunded === 0) return 'paid'
  return refunded >= (amountPaid ?? 0) ? 'refunded' : 'partially_refunded'
}
