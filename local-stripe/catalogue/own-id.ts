// Ids that the merchant chooses, for products and coupons.
import type { Account } from '../account.ts'
import { text, type Field } from '../api/fields.ts'
import { invalidRequest, notImitated } from '../api/stripe-error.ts'

/** An id of the merchant's own. It must be able to stand in a URL. */
export function ownId(): Field<string> {
  return {
    read(value, path) {
      const given = text(500).read(value, path)
      if (/^[\w.~-]+$/.test(given)) return given
      const message = `Invalid ${path}: it may only contain letters, digits and the characters - _ . ~`
      throw invalidRequest(message, { param: path })
    },
  }
}

/** Refuses a product's or coupon's id that is taken. Ids of Local Stripe's are unique across all kinds of objects. */
export function checkFree(account: Account, kind: 'product' | 'coupon', id: string): void {
  const holder = account.store.findAny(id)
  if (holder === null) return
  if (holder.object !== kind) throw notImitated(`one id for a ${kind} and a ${holder.object}`, 'id')
  const code = 'resource_already_exists'
  if (kind === 'coupon') throw invalidRequest('Coupon already exists.', { code })
  throw invalidRequest('Product already exists.', { code, param: 'id' })
}
