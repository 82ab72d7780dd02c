// Two days after it was taken, money may be paid out (https://docs.stripe.com/payouts#payout-speed).
import { seconds, type Account } from '../account.ts'
import { tellOfBalance } from './balance.ts'

/** Makes a transaction available: the agenda's task. The last of those that are due together tells of the balance. */
export function releaseFunds(account: Account, id: string): void {
  const transaction = account.store.find('balance_transaction', id)
  if (transaction === null) return
  account.store.save({ ...transaction, status: 'available' })
  const others = account.store.page('balance_transaction', {
    where: ["json_extract(body, '$.status') = 'pending'", "json_extract(body, '$.available_on') <= ?"],
    values: [seconds(account)],
    limit: 1,
  })
  if (others.length === 0) tellOfBalance(account)
}
