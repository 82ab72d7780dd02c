// Refunds under their charge, where they once lived: older clients still ask there.
import type { Account } from '../account.ts'
import { listObjects, pageFields } from '../api/list-objects.ts'
import { route, type Call, type Route } from '../api/route.ts'
import { metadata } from '../api/shared-fields.ts'
import { noSuch } from '../api/stripe-error.ts'
import { chargeAt } from '../charges/charges.ts'
import type { Refund } from '../store/stripe-types.ts'
import { createRefund, refundFields, type RefundParams } from './create-refund.ts'
import { updateRefund } from './refund-routes.ts'

const path = '/v1/charges/:id/refunds'

export const chargeRefundRoutes: Route[] = [
  route({ method: 'POST', path, fields: refundFields, run: refundCharge }),
  route({
    method: 'GET',
    path,
    fields: pageFields,
    run({ account, id, params }) {
      const charge = chargeAt(account, id, 'charge')
      const conditions = [{ sql: 'parent = ?', values: [charge.id] }]
      return listObjects(account, {
        kind: 'refund',
        url: `/v1/charges/${id}/refunds`,
        page: params,
        conditions,
      })
    },
  }),
  route({
    method: 'GET',
    path: `${path}/:id`,
    fields: {},
    run: ({ account, id, parent }) => refundOf(account, { id, parent }),
  }),
  route({
    method: 'POST',
    path: `${path}/:id`,
    fields: { metadata: metadata() },
    run: (call) => updateRefund(refundOf(call.account, call), call),
  }),
  route({
    method: 'POST',
    path: '/v1/charges/:id/refund',
    fields: refundFields,
    run(call) {
      refundCharge(call)
      return chargeAt(call.account, call.id)
    },
  }),
]

function refundCharge(call: Call<Omit<RefundParams, 'charge' | 'payment_intent'>>): Refund {
  return createRefund({ ...call, params: { ...call.params, charge: call.id, payment_intent: undefined } })
}

function refundOf(account: Account, named: { id: string; parent: string }): Refund {
  const charge = chargeAt(account, named.parent, 'charge')
  const refund = account.store.find('refund', named.id)
  if (refund?.charge !== charge.id) throw noSuch('refund', named.id, 'refund')
  return refund
}
