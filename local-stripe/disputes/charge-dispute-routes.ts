// The dispute of a charge, as older clients ask for it.
import type { Account } from '../account.ts'
import { route, type Route } from '../api/route.ts'
import { StripeError } from '../api/stripe-error.ts'
import { chargeAt } from '../charges/charges.ts'
import type { Dispute } from '../store/stripe-types.ts'
import { answerDispute, closeDispute } from './answer-dispute.ts'
import { disputeFields } from './dispute-routes.ts'

const path = '/v1/charges/:id/dispute'

export const chargeDisputeRoutes: Route[] = [
  route({ method: 'GET', path, fields: {}, run: ({ account, id }) => disputeOf(account, id) }),
  route({
    method: 'POST',
    path,
    fields: disputeFields,
    run: (call) => answerDispute(disputeOf(call.account, call.id), call),
  }),
  route({
    method: 'POST',
    path: `${path}/close`,
    fields: {},
    run: (call) => closeDispute(disputeOf(call.account, call.id), call),
  }),
]

/** The newest dispute of a charge. */
function disputeOf(account: Account, charge: string): Dispute {
  const dispute = account.store.children('dispute', chargeAt(account, charge, 'charge').id).at(-1)
  if (dispute !== undefined) return dispute
  throw new StripeError({ status: 404, message: `No dispute for charge: ${charge}` })
}
