// Disputes (https://docs.stripe.com/api/disputes).
import type { Account } from '../account.ts'
import { choice, flag } from '../api/fields.ts'
import { listRoute } from '../api/list-objects.ts'
import { retrieveRoute, route, type Route } from '../api/route.ts'
import { metadata } from '../api/shared-fields.ts'
import { noSuch } from '../api/stripe-error.ts'
import { byPayment } from '../charges/by-payment.ts'
import type { Dispute } from '../store/stripe-types.ts'
import { answerDispute, closeDispute } from './answer-dispute.ts'
import { evidenceField } from './evidence.ts'

const path = '/v1/disputes'

/** What can be said of a dispute. */
export const disputeFields = {
  evidence: evidenceField,
  intended_submission_method: choice('manual', 'prefer_manual', 'prefer_smart_disputes', 'smart_disputes'),
  metadata: metadata(),
  submit: flag(),
}

export const disputeRoutes: Route[] = [
  retrieveRoute(`${path}/:id`, findDispute),
  listRoute({
    path,
    kind: 'dispute',
    ...byPayment,
  }),
  route({
    method: 'POST',
    path: `${path}/:id`,
    fields: disputeFields,
    run: (call) => answerDispute(findDispute(call.account, call.id), call),
  }),
  route({
    method: 'POST',
    path: `${path}/:id/close`,
    fields: {},
    run: (call) => closeDispute(findDispute(call.account, call.id), call),
  }),
]

function findDispute(account: Account, id: string): Dispute {
  const dispute = account.store.find('dispute', id)
  if (dispute === null) throw noSuch('dispute', id, 'dispute')
  return dispute
}
