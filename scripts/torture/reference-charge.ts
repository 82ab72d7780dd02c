// The part of the reference about what was charged: what was told of it, and whether that is what the order asked for.
import type { PlannedOrder } from './lives/planned-order.ts'
import type { Json } from './lives/stripe-objects.ts'

export interface ExpectedCharge {
  /** Minor units: subtotal, discount, shipping, tax, total; null until Stripe has told. */
  readonly amounts: readonly number[] | null
  readonly shippingName: string | null
  /** Name, first line and country. */
  readonly shippedTo: string | null
  readonly presentment: string | null
}

/** What `sessions`, all that were told of an order's own session, say was charged. */
export function foldCharge(order: PlannedOrder, sessions: readonly Json[]): ExpectedCharge {
  const [largest] = sessions
    .filter(isFinal)
    .map((session) => ({ session, amounts: amountsOf(session) }))
    .toSorted((a, b) => (a.amounts.total ?? 0) - (b.amounts.total ?? 0))
    .toReversed()
  const amounts = largest && Object.values(largest.amounts)
  return {
    amounts: amounts ?? null,
    shippingName: largest ? nameOf(order, largest.session) : null,
    shippedTo: sessions.map(shippedTo).find((text) => text !== null) ?? null,
    presentment: sessions.map(presentmentOf).find((text) => text !== null) ?? null,
  }
}

/** Whether the goods, what was taken off and what was added are what the order came to. */
export function isRightAmount(order: PlannedOrder, session: Json): boolean {
  const { subtotal, discount, shipping, tax, total } = amountsOf(session)
  const least = subtotal - discount + shipping
  return subtotal === order.total && discount <= subtotal && least <= total && total <= least + tax
}

/** Whether the shop offered to send the order for what was charged for it. */
export function isOfferedShipping({ charge }: PlannedOrder, session: Json): boolean {
  const prices = charge.shippingOffers.map(({ amount }) => amount)
  return (prices.length === 0 ? [0] : prices).includes(amountsOf(session).shipping)
}

function isFinal(session: Json): boolean {
  return session['status'] === 'complete' || session['payment_status'] === 'paid'
}

function amountsOf(session: Json) {
  const details = session['total_details'] as Json | null | undefined
  return {
    subtotal: Number(session['amount_subtotal']),
    discount: Number(details?.['amount_discount'] ?? 0),
    shipping: Number(details?.['amount_shipping'] ?? 0),
    tax: Number(details?.['amount_tax'] ?? 0),
    total: Number(session['amount_total']),
  }
}

// By the place of the chosen rate among those offered. A price that was never offered has no name.
function nameOf({ charge }: PlannedOrder, session: Json): string | null {
  const rates = (session['shipping_options'] ?? []) as readonly Json[]
  const cost = session['shipping_cost'] as Json | null | undefined
  const place = rates.findIndex((rate) => rate['shipping_rate'] === cost?.['shipping_rate'])
  const { shipping } = amountsOf(session)
  const chosen = charge.shippingOffers[place]
  if (chosen?.amount === shipping) return chosen.name
  return charge.shippingOffers.find(({ amount }) => amount === shipping)?.name ?? null
}

function shippedTo(session: Json): string | null {
  const collected = session['collected_information'] as Json | null | undefined
  const details = collected?.['shipping_details'] as Json | null | undefined
  if (!details) return null
  const address = details['address'] as Json
  // No database text holds U+0000.
  return [details['name'], address['line1'], address['country']].join(', ').replaceAll('\u0000', '')
}

function presentmentOf(session: Json): string | null {
  const told = session['presentment_details'] as Json | null | undefined
  return told ? `${String(told['presentment_amount'])} ${String(told['presentment_currency'])}` : null
}
