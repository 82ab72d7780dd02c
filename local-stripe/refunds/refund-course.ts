// How a refund goes, by what was paid with (https://docs.stripe.com/refunds#refund-destinations).
import type { Account } from '../account.ts'
import { chargePlan } from '../payments/charge-plan.ts'
import type { Charge, Refund } from '../store/stripe-types.ts'

/** `asks_customer`: the money came without an account that it could go back to. */
export type RefundCourse = 'at_once' | 'pending_first' | 'fail_later' | 'asks_customer'

const withoutAccount = new Set(['boleto', 'customer_balance', 'konbini', 'multibanco', 'oxxo', 'promptpay'])

/** How refunds of a charge go. Only cards are refunded at once. */
export function refundCourse(account: Account, charge: Charge): RefundCourse {
  const type = charge.payment_method_details?.type ?? 'card'
  if (type === 'card') return chargePlan(account, charge.id).aftermath.refunds
  return withoutAccount.has(type) ? 'asks_customer' : 'pending_first'
}

/** Where the money of a refund goes, as far as Stripe says it. */
export function destinationOf(charge: Charge): Pick<Refund, 'destination_details'> {
  const details = destinations[charge.payment_method_details?.type ?? '']
  return details === undefined ? {} : { destination_details: details }
}

const unknownReference = { reference: null, reference_status: null }
const destinations: Partial<Record<string, NonNullable<Refund['destination_details']>>> = {
  alipay: { alipay: {}, type: 'alipay' },
  card: {
    card: { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' },
    type: 'card',
  },
  konbini: { jp_bank_transfer: unknownReference, type: 'jp_bank_transfer' },
  multibanco: { multibanco: unknownReference, type: 'multibanco' },
  us_bank_account: { us_bank_transfer: unknownReference, type: 'us_bank_transfer' },
  wechat_pay: { type: 'wechat_pay', wechat_pay: {} },
}
