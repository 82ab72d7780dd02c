// What every order of the control API is.
import type { Account } from '../account.ts'
import { BadOrder, type Body } from './control-body.ts'

/** Carries an order out and gives its answer. Throws BadOrder. */
export type Order = (account: Account, body: Body, query: URLSearchParams) => object

/** An order whose body has these members and no others: a misspelt one must not be passed over in silence. */
export function taking(members: readonly string[], order: Order): Order {
  return (account, body, query) => {
    const stranger = Object.keys(body).find((name) => !members.includes(name))
    if (stranger === undefined) return order(account, body, query)
    const known = members.length === 0 ? 'none' : members.map((name) => `"${name}"`).join(', ')
    throw new BadOrder(`There is no "${stranger}" in this order, but ${known}.`)
  }
}
