// A lookup key names one price at a time, active or not; it can be moved to another price.
import type { Account } from '../account.ts'
import type { RequestNames } from '../api/route.ts'
import { invalidRequest } from '../api/stripe-error.ts'
import { recordEvent } from '../events/record-event.ts'

type Wanted = { key: string | null | undefined; by: string | null; transfer: boolean | undefined }

/** Makes a lookup key free for a price (`by` is its id, null for a new one). Throws a 400 when another one holds it. */
export function takeLookupKey(account: Account, wanted: Wanted, request: RequestNames): void {
  const { key, by, transfer } = wanted
  if (key === undefined || key === null) return
  const where = ["json_extract(body, '$.lookup_key') = ?"]
  const [holder] = account.store.page('price', { where, values: [key], limit: 1 })
  if (holder === undefined || holder.id === by) return
  if (transfer !== true) {
    throw invalidRequest(`A price (\`${holder.id}\`) already uses that lookup key.`, { param: 'lookup_key' })
  }
  const freed = { ...holder, lookup_key: null }
  account.store.save(freed)
  const cause = { request, previous: { lookup_key: key } }
  recordEvent(account, { type: 'price.updated', object: freed }, cause)
}
