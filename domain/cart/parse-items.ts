import {
  type Cart,
  type CartLine,
  isQuantity,
  isSku,
  maximumLines,
  maximumQuantity,
  mergeLines,
} from './cart.ts'
import type { CartProblem } from './cart-problem.ts'

export type ParsedItems =
  | { readonly ok: true; readonly cart: Cart }
  | { readonly ok: false; readonly problem: CartProblem }

/** Reads the items of a checkout request, `[{sku, quantity}]`, strictly: whatever is not a cart is refused, by name. */
export function parseItems(items: unknown): ParsedItems {
  if (!Array.isArray(items)) return refuse({ code: 'invalid-items' })
  if (items.length === 0) return refuse({ code: 'empty-cart' })
  if (items.length > maximumLines) return refuse({ code: 'too-many-lines', maximum: maximumLines })
  const lines: CartLine[] = []
  for (const item of items) {
    const { sku, quantity } = fieldsOf(item)
    if (!isSku(sku)) return refuse({ code: 'invalid-items' })
    if (!isQuantity(quantity)) return refuse({ code: 'invalid-quantity', sku, maximum: maximumQuantity })
    lines.push({ sku, quantity })
  }
  // Twice 60 of a thing is 120 of it: more than a line may have, and not to be cut to 99 behind the shopper's back.
  const over = lines.find(({ sku }) => !isQuantity(quantityOf(lines, sku)))
  if (over) return refuse({ code: 'invalid-quantity', sku: over.sku, maximum: maximumQuantity })
  return { ok: true, cart: mergeLines(lines) }
}

function quantityOf(lines: Cart, sku: string): number {
  return lines.filter((line) => line.sku === sku).reduce((sum, { quantity }) => sum + quantity, 0)
}

function fieldsOf(item: unknown): { sku?: unknown; quantity?: unknown } {
  return typeof item === 'object' && item !== null ? item : {}
}

function refuse(problem: CartProblem): ParsedItems {
  return { ok: false, problem }
}
