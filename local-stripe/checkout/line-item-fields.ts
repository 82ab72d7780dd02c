// What a line item takes, in POST /v1/checkout/sessions and in updates of a session.
import { choice, clearable, flag, integer, list, needed, object, text, type ValueOf } from '../api/fields.ts'
import { currency, metadata, texts, webAddress } from '../api/shared-fields.ts'
import { decimalAmount } from '../catalogue/number-fields.ts'

const mostPieces = 999_999

const productData = object({
  name: needed(text()),
  description: text(),
  images: list(webAddress(2048), 8),
  metadata: metadata(),
  unit_label: text(),
  tax_code: text(),
  tax_details: object({ tax_code: clearable() }),
})

const priceData = object({
  currency: needed(currency()),
  product: text(),
  product_data: productData,
  recurring: object({ interval: needed(choice('day', 'month', 'week', 'year')), interval_count: integer() }),
  tax_behavior: choice('exclusive', 'inclusive', 'unspecified'),
  unit_amount: integer({ min: 0 }),
  unit_amount_decimal: decimalAmount(),
})

export const adjustableQuantity = object({
  enabled: needed(flag()),
  maximum: integer({ min: 0, max: mostPieces }),
  minimum: integer({ min: 0, max: mostPieces }),
})

/** Before 2022-08-01 a line item could have an amount and a name of its own. */
const amountInItem = {
  amount: integer({ min: 0 }),
  currency: currency(),
  name: text(),
  description: text(),
  images: list(webAddress(2048), 8),
}

const item = {
  adjustable_quantity: adjustableQuantity,
  metadata: metadata(),
  price: text(),
  price_data: priceData,
  quantity: integer({ min: 1, max: mostPieces }),
  tax_rates: texts(5),
}

export const lineItem = object({ ...item, ...amountInItem })
export const changedLineItem = object({ ...item, id: text() })
export const optionalItem = object({
  adjustable_quantity: adjustableQuantity,
  price: needed(text()),
  quantity: needed(integer({ min: 1, max: mostPieces })),
})

export type LineItemParams = ValueOf<typeof lineItem>
export type ChangedLineItem = ValueOf<typeof changedLineItem>
export type OptionalItemParams = ValueOf<typeof optionalItem>
export type PriceData = ValueOf<typeof priceData>
export type AdjustableQuantity = ValueOf<typeof adjustableQuantity>
