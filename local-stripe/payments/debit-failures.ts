// How a bank refuses a debit, days after it was made (https://docs.stripe.com/declines/codes).
import type { Decline } from './declines.ts'

export type DebitFailure = 'customer_decline'

/** What the API says of a refused debit. */
export function debitFailure(reason: DebitFailure): Decline {
  return { ...failures[reason], decline_code: null, outcome: refused }
}

const refused = {
  type: 'issuer_declined',
  network_status: 'declined_by_network',
  reason: 'generic_decline',
  seller_message: '',
}

const failures: Record<DebitFailure, { code: string; message: string }> = {
  customer_decline: {
    code: 'payment_method_customer_decline',
    message: "The customer's bank refused the debit.",
  },
}
