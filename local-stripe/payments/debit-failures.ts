// How a delayed payment fails, days after it was made (https://docs.stripe.com/error-codes).
import type { Decline } from './declines.ts'

/** What the API says of a delayed payment that has failed. */
export function debitFailure(reason: DebitFailure): Decline {
  const { code, message } = failures[reason]
  return { code, decline_code: null, message, reason: 'generic_decline', outcome: refused, advice_code: null }
}

/** Whether an outcome of a test value is one that comes later. */
export function isDebitFailure(outcome: string): outcome is DebitFailure {
  return Object.hasOwn(failures, outcome)
}

export type DebitFailure = keyof typeof failures

const refused = {
  type: 'issuer_declined',
  network_status: 'declined_by_network',
  reason: 'generic_decline',
  seller_message: '',
}

const failures = {
  customer_decline: {
    code: 'payment_method_customer_decline',
    message: "The customer's bank refused the debit.",
  },
  voucher_expired: {
    code: 'payment_intent_payment_attempt_expired',
    message: 'The latest attempt to confirm the payment has expired.',
  },
  insufficient_debit_funds: {
    code: 'insufficient_funds',
    message: "The customer's account has insufficient funds to cover this payment.",
  },
  charge_exceeds_source_limit: {
    code: 'charge_exceeds_source_limit',
    message: "This payment exceeds the account's rolling-window processing limit for this payment method.",
  },
  charge_exceeds_weekly_limit: {
    code: 'charge_exceeds_weekly_limit',
    message: "This payment exceeds the account's weekly limit of transactions for this payment method.",
  },
  account_closed: { code: 'account_closed', message: "The customer's bank account has been closed." },
  no_account: { code: 'no_account', message: "The customer's bank account could not be located." },
  debit_not_authorized: {
    code: 'debit_not_authorized',
    message: 'The customer has notified their bank that this payment was unauthorized.',
  },
  invalid_currency: {
    code: 'invalid_currency',
    message: 'The bank was unable to process this payment because of its currency.',
  },
  microdeposit_failed: {
    code: 'payment_method_microdeposit_failed',
    message:
      'Microdeposit transfers failed. Please check the account, institution and transit numbers provided.',
  },
  tokenized_account_number_deactivated: {
    code: 'tokenized_account_number_deactivated',
    message: "The customer's bank has deactivated the tokenized account number.",
  },
} as const satisfies Record<string, { code: string; message: string }>
