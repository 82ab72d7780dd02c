// Why a cart cannot be bought as it is. The code is what callers may rely on; the words are the page's.
import type { Currency } from '#domain/money/currency'
import type { Money } from '#domain/money/format-money'

export type CartProblem =
  | { readonly code: 'empty-cart' }
  | { readonly code: 'too-many-lines'; readonly maximum: number }
  | { readonly code: 'invalid-items' }
  | { readonly code: 'invalid-quantity'; readonly sku: string; readonly maximum: number }
  | { readonly code: 'unknown-sku'; readonly sku: string }
  | { readonly code: 'not-sold-in-currency'; readonly sku: string; readonly currency: Currency }
  | { readonly code: 'sold-out'; readonly sku: string; readonly available: number }
  /** `missing`: what would make it enough; null when only Stripe knows. */
  | { readonly code: 'amount-too-small'; readonly missing: Money | null }
  | { readonly code: 'amount-too-large' }
  /** The shopper was shown another total than today's. */
  | { readonly code: 'price-changed' }
