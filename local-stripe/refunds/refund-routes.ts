// Refunds (https://docs.stripe.com/api/refunds).
import type { Account } from '../account.ts'
import { listRoute } from '../api/list-objects.ts'
import { retrieveRoute, route, type Call, type Route } from '../api/route.ts'
import { mergeMetadata, metadata } from '../api/shared-fields.ts'
import { noSuch } from '../api/stripe-error.ts'
import { byPayment } from '../charges/by-payment.ts'
import { chargeAt } from '../charges/charges.ts'
import { previousAttributes } from '../events/previous-attributes.ts'
import type { Refund } from '../store/stripe-types.ts'
import { tellOfUpdate } from './count-refunds.ts'
import { chargeFields, createRefund, refundFields } from './create-refund.ts'
import { cancelWaitingRefund } from './end-refund.ts'

const path = '/v1/refunds'

export const refundRoutes: Route[] = [
  route({ method: 'POST', path, fields: { ...refundFields, ...chargeFields }, run: createRefund }),
  retrieveRoute(`${path}/:id`, findRefund),
  listRoute({
    path,
    kind: 'refund',
    filters: byPayment.filters,
    conditions(params, account) {
      if (params.charge !== undefined) chargeAt(account, params.charge, 'charge')
      return byPayment.conditions(params)
    },
  }),
  route({
    method: 'POST',
    path: `${path}/:id`,
    fields: { metadata: metadata() },
    run: (call) => updateRefund(findRefund(call.account, call.id), call),
  }),
  route({
    method: 'POST',
    path: `${path}/:id/cancel`,
    fields: {},
    run: ({ account, id, request }) => cancelWaitingRefund(account, findRefund(account, id), { request }),
  }),
]

/** Changes the metadata of a refund and gives it. */
export function updateRefund(
  refund: Refund,
  { account, params, request }: Call<{ metadata: Record<string, string> | undefined }>,
): Refund {
  const changed = { ...refund, metadata: mergeMetadata(refund.metadata ?? {}, params.metadata ?? {}) }
  account.store.save(changed)
  const previous = previousAttributes(refund, changed)
  if (previous !== null) tellOfUpdate(account, changed, { request, previous })
  return changed
}

function findRefund(account: Account, id: string): Refund {
  const refund = account.store.find('refund', id)
  if (refund === null) throw noSuch('refund', id, 'refund')
  return refund
}
