// Lists that stand inside of another object once they are expanded: its first ten elements.
import type { Account } from '../account.ts'
import type { StripeObject } from '../store/stripe-types.ts'

const shown = 10
/** Where the objects lie that own such lists. */
const collections: Record<string, string> = {
  charge: '/v1/charges',
  'checkout.session': '/v1/checkout/sessions',
  customer: '/v1/customers',
  payment_intent: '/v1/payment_intents',
}

/** The list of a member, such as a charge's refunds; empty for what Local Stripe never makes. */
export function listInside(
  account: Account,
  of: { object: string; id: string; member: string; list: string },
): { object: 'list'; data: StripeObject[]; has_more: boolean; url: string } {
  const all = elementsOf(account, of)
  const url = `${collections[of.object] ?? '/v1'}/${of.id}/${of.member}`
  return { object: 'list', data: all.slice(0, shown), has_more: all.length > shown, url }
}

function elementsOf(account: Account, { list, id }: { list: string; id: string }): StripeObject[] {
  if (list === 'list of item') return account.store.children('item', id)
  if (list === 'list of refund') return account.store.children('refund', id).toReversed()
  return []
}
