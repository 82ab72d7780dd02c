// The balance and what moved it (https://docs.stripe.com/api/balance, https://docs.stripe.com/api/balance_transactions).
import { text } from '../api/fields.ts'
import { equal, listRoute, type Condition } from '../api/list-objects.ts'
import { retrieveRoute, route, type Route } from '../api/route.ts'
import { invalidRequest, noSuch } from '../api/stripe-error.ts'
import { balanceOf } from './balance.ts'

const path = '/v1/balance_transactions'

export const balanceRoutes: Route[] = [
  route({ method: 'GET', path: '/v1/balance', fields: {}, run: ({ account }) => balanceOf(account) }),
  retrieveRoute(`${path}/:id`, (account, id) => {
    const transaction = account.store.find('balance_transaction', id)
    if (transaction === null) throw noSuch('balance transaction', id)
    return transaction
  }),
  listRoute({
    path,
    kind: 'balance_transaction',
    filters: { currency: text(), payout: text(), source: text(), type: text() },
    conditions({ currency, payout, source, type }) {
      if (payout !== undefined) throw noSuchPayout(payout)
      return [...equal('currency', currency), ...equal('type', type), ...fromSource(source)]
    },
  }),
]

/** A dispute's id finds nothing, as observed at Stripe; the dispute itself has its transactions. */
function fromSource(source: string | undefined): Condition[] {
  if (source === undefined) return []
  return source.startsWith('du_') ? [{ sql: 'FALSE', values: [] }] : [{ sql: 'parent = ?', values: [source] }]
}

function noSuchPayout(id: string): Error {
  return invalidRequest(`No such payout: '${id}'`, { code: 'resource_missing', param: 'payout' })
}
