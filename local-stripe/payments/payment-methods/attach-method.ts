// A payment method becomes a customer's, and ceases to be (https://docs.stripe.com/api/payment_methods/attach).
import type { Account } from '../../account.ts'
import type { Call } from '../../api/route.ts'
import { invalidRequest, StripeError } from '../../api/stripe-error.ts'
import { customerToUse } from '../../customers/customers.ts'
import { recordEvent } from '../../events/record-event.ts'
import type { PaymentMethod } from '../../store/stripe-types.ts'
import { declineOf, isDecline } from '../declines.ts'
import { hideMethod, methodDetails } from '../method-details.ts'
import { methodAt } from './find-method.ts'

const attachable = new Set(['card', 'sepa_debit', 'us_bank_account'])

/** Attaches a payment method to a customer and gives it. Throws Stripe's 400s, and a 402 for a card that is refused. */
export function attachMethod(call: Call<{ customer: string }>): PaymentMethod {
  const { account, id, params, request } = call
  const method = methodAt(account, id)
  customerToUse(account, params.customer)
  checkAttachable(account, method)
  const attached: PaymentMethod = { ...method, ...checkedCard(account, method), customer: params.customer }
  account.store.save(attached)
  recordEvent(account, { type: 'payment_method.attached', object: attached }, { request })
  return attached
}

/** Detaches a payment method for good and gives it. Throws a 400 when it is nobody's. */
export function detachMethod({ account, id, request }: Call<unknown>): PaymentMethod {
  const method = methodAt(account, id)
  if (method.customer === null) {
    throw invalidRequest(
      'The payment method you provided is not attached to a customer so detachment is impossible.',
    )
  }
  const detached: PaymentMethod = { ...method, customer: null }
  account.store.save(detached)
  hideMethod(account, method.id, { spent: true })
  const previous = { customer: method.customer }
  recordEvent(account, { type: 'payment_method.detached', object: detached }, { request, previous })
  return detached
}

function checkAttachable(account: Account, method: PaymentMethod): void {
  if (method.customer !== null) {
    throw invalidRequest('The payment method you provided has already been attached to a customer.')
  }
  const { course, spent } = methodDetails(account, method.id)
  if (spent) {
    throw invalidRequest(
      'This PaymentMethod was previously used without being attached to a Customer or was detached from a Customer, ' +
        'and may not be used again.',
    )
  }
  if (!attachable.has(method.type)) {
    const message = `A PaymentMethod of the type ${method.type} cannot be attached to a Customer.`
    throw invalidRequest(message, { code: 'payment_method_unsupported_type' })
  }
  if (course.attaches || !isDecline(course.outcome)) return
  const { code, decline_code, message } = declineOf(course.outcome)
  const more = decline_code === null ? {} : { decline_code }
  throw new StripeError({ status: 402, type: 'card_error', code, message, more })
}

/** The bank checks the security code of a card that is to be kept. */
function checkedCard(account: Account, method: PaymentMethod): Pick<PaymentMethod, 'card'> {
  const { card } = method
  if (!card?.checks?.cvc_check) return {}
  const { checks } = methodDetails(account, method.id).course
  const address = method.billing_details.address
  return {
    card: {
      ...card,
      checks: {
        address_line1_check: address?.line1 ? checks.line1 : null,
        address_postal_code_check: address?.postal_code ? checks.postalCode : null,
        cvc_check: checks.cvc,
      },
    },
  }
}
