import type { PlannedOrder } from '../lives/planned-order.ts'
import { randomOf } from '../random.ts'
import { tellerOf } from '../lives/teller.ts'

/** The events of one payment that is refunded: the webhook, its twin under another id, the refund; and a bank's inquiry. */
export function eventsOf(order: PlannedOrder): Record<'webhook' | 'twin' | 'refund' | 'inquiry', string> {
  const tell = tellerOf(order, randomOf(1))
  const paid = tell.session('completed')
  const twin = tell.twin(paid)
  const refund = tell.refund('refund.created', 'succeeded', { amount: 1 })
  const inquiry = tell.dispute('created', 'warning_needs_response')
  return {
    webhook: JSON.stringify(paid),
    twin: JSON.stringify(twin),
    refund: JSON.stringify(refund),
    inquiry: JSON.stringify(inquiry),
  }
}
