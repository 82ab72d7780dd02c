// What is made up when an order is placed: its id, its secrets and its times. Chance comes in as an argument.
import { createHash, randomBytes } from 'node:crypto'
import { type Cart, writeCart } from '#domain/cart/cart'
import type { Locale } from '#domain/catalogue/text'
import type { Currency } from '#domain/money/currency'
import { stripeAccount } from '#stripe/account'
import { termsOfSessions } from '#stripe/session-params'
import { orderId } from './order-number.ts'
import type { NewOrder } from './order-store.ts'
import type { Quote } from './quote.ts'

// Stripe refuses less than 30 minutes; one more leaves room for clocks that differ.
// https://docs.stripe.com/payments/checkout/managing-limited-inventory
const sessionMinutes = 31

export interface OrderRequest {
  readonly cart: Cart
  readonly currency: Currency
  readonly locale: Locale
  /** Whose order it will be: the hash of a browser's secret. */
  readonly shopper: string
  /** Whether the browser was given that secret just now: then it has no earlier order to look for. */
  readonly isNewcomer?: boolean
  /** The total that the shopper was shown, with the shipping that costs least, in minor units; null: they were shown none. */
  readonly shown?: number | null
}

export type RandomBytes = (size: number) => Buffer

/**
 * Names what a shopper is trying to buy: the same shopper with the same cart has the same attempt, however often they click.
 * Another Stripe account makes it another one: its sessions are of no use to this shop. So do settings that sessions are made
 * with: under one key Stripe takes one request only.
 */
export function attemptOf({ shopper, cart, currency, locale }: OrderRequest): string {
  const parts = [
    stripeAccount(),
    termsOfSessions(),
    shopper,
    currency,
    locale,
    writeCart(cart.toSorted(bySku)),
  ]
  return createHash('sha256').update(parts.join('|')).digest('base64url')
}

/** The one order in which an order's lines are written and sent. Databases have others, by the language they are set to. */
export function bySku(a: { readonly sku: string }, b: { readonly sku: string }): number {
  return a.sku < b.sku ? -1 : 1
}

interface OrderParts {
  readonly request: OrderRequest
  readonly quoted: Quote
  readonly now: Date
  readonly random?: RandomBytes
}

/** The order row for what a shopper was quoted. */
export function newOrder({ request, quoted, now, random = randomBytes }: OrderParts): NewOrder {
  const { shopper, locale, currency } = request
  const { priced, shippingOffers } = quoted
  return {
    id: orderId(random(10)),
    token: random(16).toString('base64url'),
    idempotencyKey: `kiosk_${random(16).toString('base64url')}`,
    attempt: attemptOf(request),
    shopper,
    locale,
    currency,
    total: priced.total,
    shippingOffers,
    createdAt: now,
    expiresAt: new Date(now.getTime() + sessionMinutes * 60_000),
    // In one order, always: a second try at Stripe must send what the first one sent.
    lines: priced.lines.toSorted(bySku).map(({ sku, name, picture, unitAmount, quantity }) => ({
      sku,
      picture,
      unitAmount,
      quantity,
      name: name[locale],
    })),
  }
}
