// Refunds (https://docs.stripe.com/api/refunds).
import type { Account } from '../account.ts'
import { choice, integer, text } from '../api/fields.ts'
import { listRoute } from '../api/list-objects.ts'
import { retrieveRoute, route, type Route } from '../api/route.ts'
import { mergeMetadata, metadata } from '../api/shared-fields.ts'
import { invalidRequest, noSuch } from '../api/stripe-error.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Refund } from '../store/stripe-types.ts'
import { byPayment } from '../charges/by-payment.ts'
import { createRefund } from './create-refund.ts'

const path = '/v1/refunds'

export const refundRoutes: Route[] = [
  route({
    method: 'POST',
    path,
    fields: {
      amount: integer({ min: 1 }),
      charge: text(),
      payment_intent: text(),
      metadata: metadata(),
      reason: choice('duplicate', 'fraudulent', 'requested_by_customer'),
    },
    unserved: [
      'currency',
      'customer',
      'instructions_email',
      'origin',
      'refund_application_fee',
      'reverse_transfer',
    ],
    run: createRefund,
  }),
  retrieveRoute(`${path}/:id`, findRefund),
  listRoute({
    path,
    kind: 'refund',
    ...byPayment,
  }),
  route({
    method: 'POST',
    path: `${path}/:id`,
    fields: { metadata: metadata() },
    run({ account, id, params, request }) {
      const refund = findRefund(account, id)
      const merged = mergeMetadata(refund.metadata ?? {}, params.metadata ?? {})
      const changed = { ...refund, metadata: merged }
      account.store.save(changed)
      const previous = { metadata: refund.metadata }
      recordEvent(account, { type: 'refund.updated', object: changed }, { request, previous })
      return changed
    },
  }),
  route({
    method: 'POST',
    path: `${path}/:id/cancel`,
    fields: {},
    run({ account, id }) {
      findRefund(account, id)
      throw uncancelable()
    },
  }),
]

/** Only a refund that requires the customer to act can be canceled, and none that is imitated does. */
function uncancelable(): Error {
  return invalidRequest('Canceling this refund is unsupported.')
}

function findRefund(account: Account, id: string): Refund {
  const refund = account.store.find('refund', id)
  if (refund === null) throw noSuch('refund', id, 'refund')
  return refund
}
