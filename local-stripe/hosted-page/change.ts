// What the shopper changes before paying: quantities, optional items, the shipping option, the promotion code. The
// form carries all choices with every button, so whichever is pressed, none of them is lost.
import {
  applyPromotionCode,
  changeQuantity,
  chooseOptionalItem,
  chooseShippingOption,
  removePromotionCode,
} from '../checkout/change-session.ts'
import { orderItems } from '../checkout/order-items.ts'
import { StripeError } from '../api/stripe-error.ts'
import type { LineItem, Session } from '../store/stripe-types.ts'
import { changeError } from './change-error.ts'
import { typed, type Shown } from './shown.ts'
import { quantityName } from './summary/line-items.ts'
import { fill } from './text.ts'

/** Makes the session what the form says; what cannot be is told beside its field. */
export function applyChoices(shown: Shown): Shown {
  const items = orderItems(shown.account, shown.session.id)
  const adjustable = items.filter(({ item }) => item.adjustable_quantity?.enabled)
  const counted = adjustable.reduce(
    (now, { item, optional }) => applyQuantity(now, item, optional !== undefined),
    shown,
  )
  const rate = typed(shown.filled.values, 'shipping-rate')
  const offered = shown.session.shipping_options.some((option) => option.shipping_rate === rate)
  if (!offered || counted.session.shipping_cost?.shipping_rate === rate) return counted
  return attempt(counted, 'shipping-rate', (session) => chooseShippingOption(shown.account, session, rate))
}

/** Does what a button other than the one that pays was pressed for. */
export function applyButton(shown: Shown, button: string): Shown {
  const { account, session } = shown
  if (button === 'apply-promotion') return applyTypedCode(shown)
  if (button === 'remove-promotion') {
    return attempt(shown, 'promotionCode', (now) => removePromotionCode(account, now))
  }
  const offered = (session.optional_items ?? []).find((item) => button.endsWith(`-${item.price}`))
  if (offered === undefined) return shown
  const quantity = button.startsWith('add-') ? offered.quantity : 0
  return attempt(shown, 'optional', (now) =>
    chooseOptionalItem(account, now, { item: offered.price, quantity }),
  )
}

/** Whether a code is typed in that has not been applied. */
export function hasTypedCode({ session, filled }: Shown): boolean {
  return session.allow_promotion_codes === true && typed(filled.values, 'promotionCode') !== ''
}

/** Applies the code in the field and empties it. An empty field is left as it is. */
export function applyTypedCode(shown: Shown): Shown {
  if (!hasTypedCode(shown)) return shown
  const code = typed(shown.filled.values, 'promotionCode')
  const applied = attempt(shown, 'promotionCode', (now) => applyPromotionCode(shown.account, now, code))
  if (applied.filled.errors['promotionCode'] !== undefined) return applied
  const values = { ...applied.filled.values, promotionCode: '' }
  return { ...applied, filled: { ...applied.filled, values } }
}

function applyQuantity(shown: Shown, item: LineItem, optional: boolean): Shown {
  const name = quantityName(item)
  const wanted = shown.filled.values[name]
  if (wanted === undefined || wanted.trim() === String(item.quantity)) return shown
  const { minimum, maximum } = item.adjustable_quantity ?? {}
  const bounds = { min: optional ? 0 : (minimum ?? 0), max: maximum ?? 99 }
  const quantity = /^\s*\d{1,6}\s*$/.test(wanted) ? Number(wanted) : -1
  if (quantity < bounds.min || quantity > bounds.max) {
    return withError(shown, name, fill(shown.messages.quantityInvalid, bounds))
  }
  return attempt(shown, name, (now) => changeQuantity(shown.account, now, { item: item.id, quantity }))
}

function attempt(shown: Shown, field: string, change: (session: Session) => Session): Shown {
  const { account, session, messages } = shown
  try {
    return { ...shown, session: account.store.transaction(() => change(session)) }
  } catch (error) {
    if (error instanceof StripeError) return withError(shown, field, changeError(error, field, messages))
    throw error
  }
}

function withError(shown: Shown, field: string, sentence: string): Shown {
  const { filled } = shown
  return { ...shown, filled: { ...filled, errors: { ...filled.errors, [field]: sentence } } }
}
