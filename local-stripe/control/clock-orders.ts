// The clock of the control API. It moves sessions to their expiry, debits and refunds to their end, retries to their turn.
import { seconds, type Account } from '../account.ts'
import { BadOrder, countOf } from './control-body.ts'
import { taking, type Order } from './order.ts'

/** The end of the year 9999, in seconds: dates beyond it cannot be written. */
const lastMoment = 253_402_300_799

export const clockOrders: Record<string, Order> = {
  'GET /_local/clock': (account) => ({ now: seconds(account) }),
  'POST /_local/clock': taking(['now'], (account, body) => {
    return setClock(account, countOf(body, 'now') * 1000)
  }),
  'POST /_local/clock/advance': taking(['seconds'], (account, body) =>
    setClock(account, account.clock() + countOf(body, 'seconds') * 1000),
  ),
  'POST /_local/clock/advance-to-next': taking([], (account) => {
    const next = nextDue(account)
    if (next === null) throw new BadOrder('Nothing is due later.')
    return setClock(account, Math.max(next, account.clock()))
  }),
}

/** When the next thing happens by itself (an expiry, a settlement, a retry), in milliseconds; null when nothing will. */
export function nextDue(account: Account): number | null {
  const next = Math.min(account.agenda.next(), account.deliveries.nextRetry())
  return Number.isFinite(next) ? next : null
}

function setClock(account: Account, now: number): object {
  if (now > lastMoment * 1000) throw new BadOrder('The clock goes to the year 9999 and no further.')
  account.setClock(now)
  return { now: seconds(account) }
}
