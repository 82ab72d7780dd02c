// What charges can be searched by (https://docs.stripe.com/search#query-fields-for-charges).

const plain = [
  'amount',
  'billing_details.address.postal_code',
  'created',
  'currency',
  'customer',
  'disputed',
  'payment_method_details.card.brand',
  'payment_method_details.card.exp_month',
  'payment_method_details.card.exp_year',
  'payment_method_details.card.fingerprint',
  'payment_method_details.card.last4',
  'payment_method_details.sepa_debit.fingerprint',
  'payment_method_details.sepa_debit.last4',
  'payment_method_details.us_bank_account.fingerprint',
  'payment_method_details.us_bank_account.last4',
  'refunded',
  'status',
]

/** The query's names with their paths, which are the same. */
export const chargeSearchMembers = Object.fromEntries(plain.map((name) => [name, name]))
