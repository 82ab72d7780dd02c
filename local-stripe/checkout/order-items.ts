// The line items of a session with what Stripe keeps to itself about them: their tax rates, and the taxes and discounts
// that are shown only when they are asked for.
import type { Account } from '../account.ts'
import type { OrderItem, PricedOrder } from './price-order.ts'

type Hidden = { tax_rates: string[]; optional?: string }

/** The line items of a session, in their order, with their tax rates. */
export function orderItems(account: Account, session: string): OrderItem[] {
  return account.store.children('item', session).map((item) => {
    const { tax_rates, optional }: Hidden = JSON.parse(account.store.hidden(item.id))
    const rates = tax_rates.map((id) => account.store.find('tax_rate', id)).filter((rate) => rate !== null)
    return { item, rates, ...(optional !== undefined && { optional }) }
  })
}

/** Stores the line items of a new session. */
export function insertItems(account: Account, session: string, items: PricedOrder['items']): void {
  for (const each of items)
    account.store.insert('item', each.item, { parent: session, hidden: hiddenOf(each) })
}

/** Makes these the line items of a session: those that are left out are gone, and the order is this one. */
export function replaceItems(account: Account, session: string, items: PricedOrder['items']): void {
  for (const { id } of account.store.children('item', session)) account.store.remove(id)
  insertItems(account, session, items)
}

function hiddenOf(each: PricedOrder['items'][number]) {
  const { rates, optional, parts } = each
  return { tax_rates: rates.map((rate) => rate.id), ...(optional !== undefined && { optional }), ...parts }
}
