// An abandoned cart is taken up again: whoever follows an expired session's recovery address gets a new session that is
// a copy of it (https://docs.stripe.com/payments/checkout/abandoned-carts).
import { seconds, type Account } from '../account.ts'
import { newId } from '../store/new-id.ts'
import type { Session } from '../store/stripe-types.ts'
import type { AppliedDiscount } from './applied-discount.ts'
import { storeSession } from './create-session.ts'
import { insertItems, orderItems } from './order-items.ts'
import { priceOrder } from './price-order.ts'
import { sessionDetails } from './session-details.ts'
import { chosenShipping } from './shipping-choice.ts'

const longest = 24 * 3600

/** The new, open session of an expired one; null when it cannot be recovered, or not any more. Call in a transaction. */
export function recoverSession(account: Account, expired: Session): Session | null {
  const recovery = expired.after_expiration?.recovery
  const now = seconds(account)
  if (expired.status !== 'expired' || recovery?.enabled !== true) return null
  if (recovery.expires_at === null || recovery.expires_at < now) return null
  const id = newId('cs_test_a1', 58)
  const details = sessionDetails(account, expired.id)
  const discount = copied(details.discount, id)
  const { items, amounts, breakdown } = priceOrder(account, {
    currency: expired.currency ?? '',
    items: orderItems(account, expired.id).map((each) => ({
      ...each,
      item: { ...each.item, id: newId('li_1', 23) },
    })),
    discount,
    shipping: chosenShipping(expired),
  })
  const session: Session = {
    ...expired,
    ...amounts,
    id,
    after_expiration: null,
    allow_promotion_codes: recovery.allow_promotion_codes || expired.allow_promotion_codes,
    created: now,
    expires_at: now + longest,
    payment_intent: null,
    recovered_from: expired.id,
    status: 'open',
    url: `${account.url}/c/pay/${id}`,
  }
  storeSession(account, session, { ...details, discount, total_details: { breakdown } })
  insertItems(account, id, items)
  return session
}

/** The same coupon, as a discount of the new session. */
function copied(discount: AppliedDiscount | null, session: string): AppliedDiscount | null {
  if (discount === null) return null
  return { ...discount, object: { ...discount.object, id: newId('di_1', 23), checkout_session: session } }
}
