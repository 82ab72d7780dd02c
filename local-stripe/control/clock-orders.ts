// The clock of the control API. It moves sessions to their expiry, debits and refunds to their end, retries to their turn.
import { seconds, type Account } from '../account.ts'
import { BadOrder, countOf, type Body } from './control-body.ts'
import type { Order } from './order.ts'

export const clockOrders: Record<string, Order> = {
  'GET /_local/clock': (account) => ({ now: seconds(account) }),
  'POST /_local/clock': (account, body) => setClock(account, body),
  'POST /_local/clock/advance': (account, body) => {
    account.setClock(account.clock() + countOf(body, 'seconds', 0) * 1000)
    return { now: seconds(account) }
  },
}

function setClock(account: Account, body: Body): object {
  if (body['now'] === undefined) throw new BadOrder('"now" must be a moment in seconds since 1970.')
  account.setClock(countOf(body, 'now', 0) * 1000)
  return { now: seconds(account) }
}
