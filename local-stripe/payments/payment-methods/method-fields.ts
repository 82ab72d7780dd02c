// What a payment method is made of (https://docs.stripe.com/api/payment_methods/create).
import { choice, clearable, emptyable, integer, object, text, type ValueOf } from '../../api/fields.ts'
import { addressFields, emailAddress, metadata } from '../../api/shared-fields.ts'
import { noAddress } from '../../checkout/shopper.ts'
import type { BillingDetails } from '../insert-payment-method.ts'

const billingField = object({
  address: emptyable(addressFields()),
  email: emptyable(emailAddress()),
  name: clearable(),
  phone: clearable(),
  tax_id: clearable(),
})

const bankAccount = {
  account_holder_type: choice('company', 'individual'),
  account_type: choice('checking', 'savings'),
}

export const methodFields = {
  alipay: object({}),
  allow_redisplay: choice('always', 'limited', 'unspecified'),
  billing_details: billingField,
  card: object({ cvc: text(), exp_month: integer(), exp_year: integer(), number: text(), token: text() }),
  konbini: object({}),
  metadata: metadata(),
  multibanco: object({}),
  sepa_debit: object({ iban: text() }),
  type: text(),
  us_bank_account: object({ ...bankAccount, account_number: text(), routing_number: text() }),
  wechat_pay: object({}),
}
export const methodDataField = object(methodFields)
export type MethodData = ValueOf<typeof methodDataField>

export const methodUpdateFields = {
  allow_redisplay: choice('always', 'limited', 'unspecified'),
  billing_details: billingField,
  card: object({ exp_month: integer(), exp_year: integer() }),
  metadata: metadata(),
  us_bank_account: object(bankAccount),
}

/** Who is billed: what it was, changed by what was sent. */
export function changedBilling(
  old: BillingDetails | null,
  given: ValueOf<typeof billingField> | undefined,
): BillingDetails {
  const { address, ...rest } = given ?? {}
  const known = { email: null, name: null, phone: null, tax_id: null, ...old }
  const lines = Object.entries(address ?? {}).filter(([, line]) => line !== undefined)
  const kept = address === null ? noAddress : (old?.address ?? noAddress)
  const sent = Object.entries(rest).filter(([, value]) => value !== undefined)
  return { ...known, ...Object.fromEntries(sent), address: { ...kept, ...Object.fromEntries(lines) } }
}
