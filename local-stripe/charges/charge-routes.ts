// Charges (https://docs.stripe.com/api/charges).
import type { Account } from '../account.ts'
import { text } from '../api/fields.ts'
import { equal, listRoute } from '../api/list-objects.ts'
import { retrieveRoute, type Route } from '../api/route.ts'
import { noSuch } from '../api/stripe-error.ts'
import type { Charge } from '../store/stripe-types.ts'

const path = '/v1/charges'

export const chargeRoutes: Route[] = [
  retrieveRoute(`${path}/:id`, findCharge),
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
]

function findCharge(account: Account, id: string): Charge {
  const charge = account.store.find('charge', id)
  if (charge === null) throw noSuch('charge', id)
  return charge
}
