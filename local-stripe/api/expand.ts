// Expansion (https://docs.stripe.com/api/expanding_objects): an id is replaced by its object, four levels deep at most.
import type { Account } from '../account.ts'
import type { Kind } from '../store/stripe-types.ts'
import { listItems, type FormValue } from './parse-form.ts'
import { readString } from './fields.ts'
import { invalidRequest } from './stripe-error.ts'

type Json = Record<string, unknown>
type Expandable = Record<string, Kind | 'list of items' | 'list of refunds' | 'nothing'>

const deepest = 4

/** What can be expanded, by object. `nothing` is what Stripe would expand and Local Stripe never fills. */
const expandable: Record<string, Expandable> = {
  'checkout.session': {
    customer: 'customer',
    invoice: 'nothing',
    line_items: 'list of items',
    payment_intent: 'payment_intent',
    payment_link: 'nothing',
    setup_intent: 'nothing',
    subscription: 'nothing',
  },
  payment_intent: {
    application: 'nothing',
    customer: 'customer',
    latest_charge: 'charge',
    on_behalf_of: 'nothing',
    payment_method: 'payment_method',
    review: 'nothing',
  },
  charge: {
    application: 'nothing',
    balance_transaction: 'nothing',
    customer: 'customer',
    payment_intent: 'payment_intent',
    refunds: 'list of refunds',
  },
  refund: {
    balance_transaction: 'nothing',
    charge: 'charge',
    failure_balance_transaction: 'nothing',
    payment_intent: 'payment_intent',
  },
  dispute: { charge: 'charge', payment_intent: 'payment_intent' },
  payment_method: { customer: 'customer' },
  price: { product: 'product' },
  product: { default_price: 'price' },
  item: {},
  customer: {},
}

/** The paths asked for by `expand[]=a.b` or `expand[0]=a.b`. Throws a 400 when one is too deep. */
export function readExpand(value: FormValue | undefined): string[][] {
  if (value === undefined || value === '') return []
  const items = typeof value === 'string' ? null : listItems(value)
  if (items === null) throw invalidRequest('Invalid array', { param: 'expand' })
  return items.map(([index, item]) => {
    const path = readString(item, `expand[${index}]`).split('.')
    if (path.filter((segment) => segment !== 'data').length <= deepest) return path
    const message = `You cannot expand more than ${deepest} levels of a property. Property: ${path.join('.')}`
    throw invalidRequest(message, { code: 'property_expansion_max_depth' })
  })
}

/** The answer with every path expanded; the stored objects stay as they are. */
export function expand(account: Account, answer: object, paths: string[][]): object {
  if (paths.length === 0) return answer
  const copy = structuredClone(answer)
  for (const path of paths) expandPath(account, copy, path)
  return copy
}

function expandPath(account: Account, target: unknown, path: string[]): void {
  const [name, ...rest] = path
  if (name === undefined || !isJson(target)) return
  if (target['object'] === 'list' && Array.isArray(target['data'])) {
    if (name !== 'data')
      throw cannotExpand(path, `${name}. You may want to try expanding 'data.${name}' instead`)
    for (const element of target['data']) expandPath(account, element, rest)
    return
  }
  if (!isNested(target[name])) target[name] = expanded(account, target, name)
  expandPath(account, target[name], rest)
}

function expanded(account: Account, target: Json, name: string): unknown {
  const kind = expandable[String(target['object'])]?.[name]
  const value = target[name]
  const id = String(target['id'])
  if (kind === undefined) throw cannotExpand([name], name)
  if (kind === 'list of items') {
    return listOf(account.store.children('item', id), `/v1/checkout/sessions/${id}/line_items`)
  }
  if (kind === 'list of refunds') {
    return listOf(account.store.children('refund', id).toReversed(), `/v1/charges/${id}/refunds`)
  }
  if (kind === 'nothing' || typeof value !== 'string') return value
  return account.store.find(kind, value) ?? value
}

/** A list that stands inside another object: its first ten elements. */
export function listOf<T>(
  all: T[],
  url: string,
): { object: 'list'; data: T[]; has_more: boolean; url: string } {
  return { object: 'list', data: all.slice(0, 10), has_more: all.length > 10, url }
}

function cannotExpand(path: string[], said: string): Error {
  return invalidRequest(`This property cannot be expanded (${said}).`, {
    param: `expand[${path.length - 1}]`,
  })
}

function isNested(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'object' in value
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null
}
