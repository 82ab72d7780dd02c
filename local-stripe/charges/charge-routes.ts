// Charges (https://docs.stripe.com/api/charges). They are made by PaymentIntents alone, as at Stripe today.
import { integer, text } from '../api/fields.ts'
import { equal, listRoute } from '../api/list-objects.ts'
import { retrieveRoute, route, type Call, type Route } from '../api/route.ts'
import { searchRoute } from '../api/search-objects.ts'
import { emailAddress } from '../api/shared-fields.ts'
import { invalidRequest } from '../api/stripe-error.ts'
import { releaseHold } from '../payments/cancel-intent.ts'
import type { Charge } from '../store/stripe-types.ts'
import { chargeAt } from './charges.ts'
import { chargeSearchMembers } from './search-members.ts'
import { chargeUpdateFields, updateCharge } from './update-charge.ts'

const path = '/v1/charges'

const captureFields = {
  amount: integer({ min: 1 }),
  receipt_email: emailAddress(),
  statement_descriptor: text(22),
  statement_descriptor_suffix: text(22),
  transfer_group: text(),
}

export const chargeRoutes: Route[] = [
  retrieveRoute(`${path}/:id`, chargeAt),
  listRoute({
    path,
    kind: 'charge',
    filters: { customer: text(), payment_intent: text(), transfer_group: text() },
    conditions: (params) => [
      ...equal('customer', params.customer),
      ...equal('payment_intent', params.payment_intent),
      ...equal('transfer_group', params.transfer_group),
    ],
  }),
  searchRoute({ path: `${path}/search`, kind: 'charge', members: chargeSearchMembers }),
  route({ method: 'POST', path: `${path}/:id`, fields: chargeUpdateFields, run: updateCharge }),
  route({ method: 'POST', path: `${path}/:id/capture`, fields: captureFields, run: refuseCapture }),
  route({ method: 'POST', path: '/v1/test_helpers/charges/:id/expire', fields: {}, run: expireCharge }),
]

/** Every charge belongs to a PaymentIntent, and those are captured, not their charges. */
function refuseCapture({ account, id }: Call<unknown>): never {
  const charge = chargeAt(account, id)
  if (charge.captured) {
    const message = `Charge ${id} has already been captured.`
    throw invalidRequest(message, { code: 'charge_already_captured' })
  }
  throw invalidRequest(
    `This uncaptured Charge was created by a PaymentIntent (${charge.payment_intent}). You must capture the ` +
      'PaymentIntent instead. For more information, see ' +
      'https://stripe.com/docs/payments/place-a-hold-on-a-payment-method',
  )
}

/** What the bank does a week later, at once: the CLI's `trigger charge.expired` asks for it. */
function expireCharge({ account, id }: Call<unknown>): Charge {
  const charge = chargeAt(account, id)
  const intent = account.store.find('payment_intent', charge.payment_intent ?? '')
  if (intent?.status !== 'requires_capture') {
    throw invalidRequest(`Charge ${id} is not held and cannot expire.`)
  }
  releaseHold(account, intent)
  return chargeAt(account, id)
}
