// POST /v1/prices/:id (https://docs.stripe.com/api/prices/update). What a price costs in its own currency stays.
import type { Account } from '../account.ts'
import { clearable, emptyable, flag, text, type ValuesOf } from '../api/fields.ts'
import type { Call } from '../api/route.ts'
import { mergeMetadata, metadata } from '../api/shared-fields.ts'
import { invalidRequest } from '../api/stripe-error.ts'
import { previousAttributes } from '../events/previous-attributes.ts'
import { recordEvent } from '../events/record-event.ts'
import { includable } from '../store/includable.ts'
import type { Price } from '../store/stripe-types.ts'
import { takeLookupKey } from './lookup-keys.ts'
import { taxBehavior } from './option-fields.ts'
import { priceOptions } from './price-amounts.ts'
import { currencyOptions } from './price-fields.ts'

export const changedPriceFields = {
  active: flag(),
  currency_options: emptyable(currencyOptions),
  lookup_key: emptyable(text(200)),
  metadata: metadata(),
  nickname: clearable(),
  tax_behavior: taxBehavior,
  transfer_lookup_key: flag(),
}
type Params = ValuesOf<typeof changedPriceFields>

/** Changes a price and gives it. Throws Stripe's 400s. */
export function updatePrice(price: Price, { account, params, request }: Call<Params>): Price {
  checkChange(account, price, params)
  const { lookup_key, transfer_lookup_key: transfer } = params
  takeLookupKey(account, { key: lookup_key, by: price.id, transfer }, request)
  changeOptions(account, price, params)
  const changed: Price = {
    ...price,
    ...(params.active !== undefined && { active: params.active }),
    ...(lookup_key !== undefined && { lookup_key }),
    metadata: params.metadata === undefined ? price.metadata : mergeMetadata(price.metadata, params.metadata),
    ...(params.nickname !== undefined && { nickname: params.nickname }),
    ...(params.tax_behavior !== undefined && { tax_behavior: params.tax_behavior }),
  }
  const previous = previousAttributes(price, changed)
  if (previous === null) return price
  account.store.save(changed)
  recordEvent(account, { type: 'price.updated', object: changed }, { request, previous })
  return changed
}

function checkChange(account: Account, price: Price, params: Params): void {
  const { tax_behavior: before } = price
  if (before !== 'unspecified' && params.tax_behavior !== undefined && params.tax_behavior !== before) {
    const message = `The \`tax_behavior\` of a price cannot be changed once it is \`${before}\`.`
    throw invalidRequest(message, { param: 'tax_behavior' })
  }
  if (params.active !== false || !price.active) return
  if (account.store.find('product', price.product)?.default_price !== price.id) return
  throw invalidRequest('This price cannot be archived because it is the default price of its product.')
}

/** Given currencies are added or replaced, '' leaves the price's own alone. */
function changeOptions(account: Account, price: Price, params: Params): void {
  const { currency_options: given, tax_behavior = price.tax_behavior } = params
  const before = includable(account, price)
  const { [price.currency]: own, ...others } = before.currency_options ?? {}
  if (own === undefined) return
  const place = { currency: price.currency, path: '', tiered: price.billing_scheme === 'tiered' }
  const changed = given ? priceOptions(given, place) : {}
  const kept = given === null ? {} : others
  for (const [currency, option] of Object.entries(changed)) {
    const was = kept[currency]?.tax_behavior ?? 'unspecified'
    if (was !== 'unspecified' && given?.[currency]?.tax_behavior === undefined) option.tax_behavior = was
    if (was === 'unspecified' || option.tax_behavior === was) continue
    const message = `The \`tax_behavior\` of a price cannot be changed once it is \`${was}\`.`
    throw invalidRequest(message, { param: `currency_options[${currency}][tax_behavior]` })
  }
  const currency_options = { ...kept, ...changed, [price.currency]: { ...own, tax_behavior } }
  account.store.hide(price.id, { ...before, currency_options })
}
