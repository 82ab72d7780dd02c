// Prices as they are stored.
import { seconds, type Account } from '../account.ts'
import { mergeMetadata } from '../api/shared-fields.ts'
import { checkStep } from '../money/check-total.ts'
import type { Includable } from '../store/includable.ts'
import { newId } from '../store/new-id.ts'
import type { Price, PriceOption } from '../store/stripe-types.ts'
import type { PriceAmount } from './price-amounts.ts'

type NewPrice = {
  currency: string
  product: string
  active: boolean
  taxBehavior: 'exclusive' | 'inclusive' | 'unspecified' | undefined
  metadata?: Record<string, string> | undefined
  nickname?: string | null | undefined
  lookupKey?: string | undefined
  recurring?: Price['recurring']
  transformQuantity?: Price['transform_quantity'] | undefined
  tiersMode?: 'graduated' | 'volume' | undefined
  currencyOptions?: Record<string, PriceOption> | undefined
}

/** Stores a price and gives it: for an amount in minor units, or for what `price-amounts.ts` made of the parameters. */
export function insertPrice(
  account: Account,
  params: NewPrice & ({ amount: number } | { priceAmount: PriceAmount }),
): Price {
  const amount = 'amount' in params ? wholeAmount(params) : params.priceAmount
  const price: Price = {
    id: newId('price_1', 23),
    object: 'price',
    active: params.active,
    billing_scheme: amount.tiers === undefined ? 'per_unit' : 'tiered',
    created: seconds(account),
    currency: params.currency,
    custom_unit_amount: amount.custom_unit_amount,
    livemode: false,
    lookup_key: params.lookupKey ?? null,
    metadata: mergeMetadata({}, params.metadata ?? {}),
    nickname: params.nickname ?? null,
    product: params.product,
    recurring: params.recurring ?? null,
    tax_behavior: params.taxBehavior ?? 'unspecified',
    tiers_mode: params.tiersMode ?? null,
    transform_quantity: params.transformQuantity ?? null,
    type: params.recurring ? 'recurring' : 'one_time',
    unit_amount: amount.unit_amount,
    unit_amount_decimal: amount.unit_amount_decimal,
  }
  const own = { ...amount, tax_behavior: price.tax_behavior }
  const hidden: Includable['price'] = {
    currency_options: { ...params.currencyOptions, [price.currency]: own },
    ...(amount.tiers && { tiers: amount.tiers }),
  }
  account.store.insert('price', price, { hidden })
  return price
}

function wholeAmount(money: { amount: number; currency: string }): PriceAmount {
  checkStep(money, 'unit_amount')
  const { amount } = money
  return { custom_unit_amount: null, unit_amount: amount, unit_amount_decimal: String(amount) }
}
