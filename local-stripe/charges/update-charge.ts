// POST /v1/charges/:id (https://docs.stripe.com/api/charges/update).
import type { Account } from '../account.ts'
import { choice, clearable, emptyable, needed, object, text, type ValuesOf } from '../api/fields.ts'
import type { Call } from '../api/route.ts'
import { addressFields, emailAddress, mergeMetadata, metadata } from '../api/shared-fields.ts'
import { invalidRequest } from '../api/stripe-error.ts'
import { customerToUse } from '../customers/customers.ts'
import { previousAttributes } from '../events/previous-attributes.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Address, Charge } from '../store/stripe-types.ts'
import { chargeAt } from './charges.ts'

export const chargeUpdateFields = {
  customer: text(),
  description: clearable(),
  fraud_details: object({ user_report: needed(emptyable(choice('fraudulent', 'safe'))) }),
  metadata: metadata(),
  receipt_email: emailAddress(),
  shipping: object({
    address: needed(addressFields()),
    carrier: clearable(),
    name: needed(text()),
    phone: clearable(),
    tracking_number: clearable(),
  }),
  transfer_group: text(),
}
type Params = ValuesOf<typeof chargeUpdateFields>

/** Changes what may be changed of a charge and gives it. Throws a 400 for what belongs to its PaymentIntent. */
export function updateCharge({ account, id, params, request }: Call<Params>): Charge {
  const charge = chargeAt(account, id)
  if (params.transfer_group !== undefined) throw groupOfIntent(charge)
  if (params.customer !== undefined) checkCustomer(account, charge, params.customer)
  const { fraud_details, metadata: sent, shipping } = params
  const updated: Charge = {
    ...charge,
    ...(params.customer !== undefined && { customer: params.customer }),
    ...(params.description !== undefined && { description: params.description }),
    ...(params.receipt_email !== undefined && { receipt_email: params.receipt_email }),
    ...(fraud_details && { fraud_details: withReport(charge.fraud_details, fraud_details.user_report) }),
    ...(sent && { metadata: mergeMetadata(charge.metadata, sent) }),
    ...(shipping && { shipping: newShipping(shipping) }),
  }
  account.store.save(updated)
  const previous = previousAttributes(charge, updated)
  if (previous !== null) {
    recordEvent(account, { type: 'charge.updated', object: updated }, { request, previous })
  }
  return updated
}

function withReport(old: Charge['fraud_details'], report: 'fraudulent' | 'safe' | null) {
  const { user_report: _replaced, ...kept } = old ?? {}
  return report === null ? kept : { ...kept, user_report: report }
}

function newShipping(given: NonNullable<Params['shipping']>): NonNullable<Charge['shipping']> {
  const { address, carrier = null, name, phone = null, tracking_number = null } = given
  return { address: wholeAddress(address), carrier, name, phone, tracking_number }
}

function wholeAddress(given: NonNullable<Params['shipping']>['address']): Address {
  const { city = null, country = null, line1 = null, line2 = null, postal_code = null, state = null } = given
  return { city, country, line1, line2, postal_code, state }
}

function checkCustomer(account: Account, charge: Charge, customer: string): void {
  customerToUse(account, customer)
  if (charge.customer === null || charge.customer === customer) return
  const message = `Charge ${charge.id} already has a customer, which cannot be changed.`
  throw invalidRequest(message, { param: 'customer' })
}

function groupOfIntent(charge: Charge): Error {
  return invalidRequest(
    `This Charge was created by a PaymentIntent (${charge.payment_intent}). You must update the \`transfer_group\` on ` +
      'the PaymentIntent instead of updating the Charge directly. See ' +
      'https://stripe.com/docs/api#update_payment_intent',
    { param: 'transfer_group' },
  )
}
