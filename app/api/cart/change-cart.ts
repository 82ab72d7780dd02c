import {
  addToCart,
  type Cart,
  type CartLine,
  isQuantity,
  isSku,
  maximumLines,
  maximumQuantity,
  putBack,
  setQuantity,
} from '#domain/cart/cart'
import { wholeNumber } from '../../_lib/requests/parse-request.ts'
import type { Problem } from '../../_lib/requests/problem.ts'

export type CartChange =
  | {
      readonly ok: true
      readonly cart: Cart
      /**
       * What has happened, as the cart page's address says it: the sku, and of what was taken out how many there were and how
       * many lines from the top it stood, which is all that it takes to put it back.
       */
      readonly words: Readonly<Record<string, string>>
      /** The one thing that was looked at; null: it was the whole cart. */
      readonly only: string | null
    }
  | { readonly ok: false; readonly problem: Problem }

/** The cart as the fields of a request want it, or why it stays as it is. */
export function changeCart(cart: Cart, fields: Readonly<Record<string, unknown>>): CartChange {
  const { sku, action = 'add', items } = fields
  // A form with several skus is none of the shop's: which of them was meant?
  const isOne = !Array.isArray(items) || items.length <= 1
  if (!isSku(sku) || !isOne) return refuse({ code: 'invalid-items' })
  switch (action) {
    case 'add':
      return withLine({ sku, quantity: fields['quantity'] ?? 1, word: 'added' }, (line) =>
        addToCart(cart, line),
      )
    case 'set':
      return wholeNumber(fields['quantity']) === 0
        ? remove(cart, sku)
        : withLine({ sku, quantity: fields['quantity'], word: 'changed' }, (line) => setQuantity(cart, line))
    case 'remove':
      return remove(cart, sku)
    case 'put-back':
      return withLine({ sku, quantity: fields['quantity'], word: 'returned' }, (line) =>
        putBack(cart, line, placeOf(fields['at'])),
      )
    default:
      return refuse({ code: 'unknown-action' })
  }
}

interface Wanted {
  readonly sku: string
  readonly quantity: unknown
  readonly word: 'added' | 'changed' | 'returned'
}

function withLine({ sku, quantity: given, word }: Wanted, change: (line: CartLine) => Cart): CartChange {
  const quantity = wholeNumber(given)
  if (!isQuantity(quantity)) return refuse({ code: 'invalid-quantity', sku, maximum: maximumQuantity })
  const cart = change({ sku, quantity })
  if (cart.length > maximumLines) return refuse({ code: 'too-many-lines', maximum: maximumLines })
  return { ok: true, cart, words: { [word]: sku }, only: word === 'added' ? sku : null }
}

function remove(cart: Cart, sku: string): CartChange {
  const at = cart.findIndex((line) => line.sku === sku)
  const line = cart[at]
  return {
    ok: true,
    cart: setQuantity(cart, { sku, quantity: 0 }),
    words: line ? { removed: sku, quantity: `${line.quantity}`, at: `${at}` } : {},
    only: null,
  }
}

function placeOf(at: unknown): number {
  const place = wholeNumber(at)
  return typeof place === 'number' && place >= 0 ? place : maximumLines
}

function refuse(problem: Problem): CartChange {
  return { ok: false, problem }
}
