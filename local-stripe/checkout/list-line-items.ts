// GET /v1/checkout/sessions/:id/line_items. Line items come in the order in which they were sent, so their pages run
// the other way than those of other lists.
import type { Account } from '../account.ts'
import type { ListObject, Page } from '../api/list-objects.ts'
import { invalidRequest } from '../api/stripe-error.ts'
import type { LineItem } from '../store/stripe-types.ts'

/** One page of a session's line items. Throws a 400 for a cursor that names none of them. */
export function listLineItems(
  account: Account,
  list: { session: string; page: Page; url: string },
): ListObject<LineItem> {
  const { session, page, url } = list
  const items = account.store.children('item', session)
  const limit = Math.max(1, Math.min(page.limit ?? 10, 100))
  const after = place(items, page, 'starting_after')
  const before = place(items, page, 'ending_before')
  if (after !== null && before !== null) {
    throw invalidRequest(
      'Received both starting_after and ending_before parameters. Please pass in only one.',
    )
  }
  const start = before === null ? (after ?? -1) + 1 : Math.max(0, before - limit)
  const end = Math.min(before ?? items.length, start + limit)
  const more = before === null ? end < items.length : start > 0
  return { object: 'list', data: items.slice(start, end), has_more: more, url }
}

function place(items: LineItem[], page: Page, name: 'starting_after' | 'ending_before'): number | null {
  const cursor = page[name]
  if (cursor === undefined) return null
  const index = items.findIndex((item) => item.id === cursor)
  if (index >= 0) return index
  throw invalidRequest(`No such item: '${cursor}'`, { code: 'resource_missing', param: name })
}
