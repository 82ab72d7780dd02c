// Members that Stripe shows only when `expand[]` asks for them. They lie beside the object, nested as they are in it,
// so that no answer and no event carries them unasked.
import type { Account } from '../account.ts'
import type {
  Coupon,
  LineItem,
  PriceOption,
  PriceTier,
  PromotionCode,
  Session,
  ShippingRate,
} from './stripe-types.ts'

type CurrencyOptionsOf<T extends { currency_options?: unknown }> = Pick<T, 'currency_options'>
export type Includable = {
  'checkout.session': {
    shipping_cost?: Pick<NonNullable<Session['shipping_cost']>, 'taxes'>
    total_details?: Pick<NonNullable<Session['total_details']>, 'breakdown'>
  }
  item: Pick<LineItem, 'discounts' | 'taxes'>
  price: { currency_options?: Record<string, PriceOption>; tiers?: PriceTier[] }
  coupon: Pick<Coupon, 'applies_to' | 'currency_options'>
  promotion_code: { restrictions?: CurrencyOptionsOf<PromotionCode['restrictions']> }
  shipping_rate: { fixed_amount?: CurrencyOptionsOf<NonNullable<ShippingRate['fixed_amount']>> }
}

/** The members of an object that only expansion shows; each is undefined when the object has none. */
export function includable<K extends keyof Includable>(
  account: Account,
  object: { object: K; id: string },
): Includable[K] {
  const hidden = account.store.hidden(object.id)
  const kept: Includable[K] = JSON.parse(hidden === 'null' ? '{}' : hidden)
  return kept
}
