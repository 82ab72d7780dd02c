// What 2020-08-27 shows otherwise. Stripe gives its newer, additional properties to every version; only what was
// renamed, moved or taken away is turned back here.
import type { Account } from '../account.ts'
import type { LineItem, Refund } from '../store/stripe-types.ts'

export type Json = Record<string, unknown>

/** A Checkout Session with `display_items`, its shipping where it was then, and four members of `customer_details`. */
export function olderSession(session: Json, account: Account): Json {
  const { allowed_payment_method_types: _new, collected_information, ...kept } = session
  const items = account.store.children('item', String(session['id']))
  const details = session['customer_details']
  const cost = session['shipping_cost']
  return {
    ...kept,
    customer_details: isJson(details) ? olderCustomerDetails(details) : null,
    display_items: items.map((item) => displayItem(item, account)),
    shipping: isJson(collected_information) ? collected_information['shipping_details'] : null,
    shipping_rate: isJson(cost) ? cost['shipping_rate'] : null,
    ui_mode: 'hosted',
  }
}

/** A PaymentIntent with its charges inside, newest first, instead of `latest_charge` (until 2022-11-15). */
export function olderPaymentIntent(intent: Json, account: Account): Json {
  const { latest_charge, allowed_payment_method_types: _new, ...kept } = intent
  const id = String(intent['id'])
  const charges = account.store.page('charge', {
    where: ["json_extract(body, '$.payment_intent') = ?"],
    values: [id],
    limit: 100,
  })
  const all = charges.map((charge) => olderCharge({ ...charge }, account))
  // An expanded charge is in the older shape already.
  const data = isJson(latest_charge) ? [latest_charge, ...all.slice(1)] : all
  const url = `/v1/charges?payment_intent=${id}`
  const list = {
    object: 'list',
    data: data.slice(0, 10),
    has_more: data.length > 10,
    total_count: data.length,
    url,
  }
  return { ...kept, charges: list, invoice: null }
}

/** A charge with its refunds inside (until 2022-11-15), and the id of its dispute. */
export function olderCharge(charge: Json, account: Account): Json {
  const id = String(charge['id'])
  const [dispute] = charge['disputed'] === true ? account.store.children('dispute', id) : []
  const expanded = charge['refunds']
  const refunds = isJson(expanded) ? expanded : refundsInside(id, account.store.children('refund', id))
  return { ...charge, dispute: dispute?.id ?? null, invoice: null, refunds }
}

/** A promotion code with its coupon inside (until 2025-09-30); null for a deleted one. */
export function olderPromotionCode(code: Json, account: Account): Json {
  const { promotion, ...kept } = code
  const coupon = isJson(promotion) ? promotion['coupon'] : null
  return { ...kept, coupon: typeof coupon === 'string' ? account.store.find('coupon', coupon) : coupon }
}

/** An event about a charge, with the refunds that there were at its time: the content of an event never changes. */
export function olderEvent(event: Json, account: Account): Json {
  const data = event['data']
  const charge = isJson(data) ? data['object'] : null
  if (!isJson(data) || !isJson(charge) || charge['object'] !== 'charge') return event
  const hidden: { refunds: Refund[] } | null = JSON.parse(account.store.hidden(String(event['id'])))
  if (hidden === null) return event
  const refunds = refundsInside(String(charge['id']), hidden.refunds)
  return { ...event, data: { ...data, object: { ...charge, refunds } } }
}

function refundsInside(charge: string, oldestFirst: Refund[]): Json {
  const data = oldestFirst.toReversed()
  const url = `/v1/charges/${charge}/refunds`
  return { object: 'list', data, has_more: false, total_count: data.length, url }
}

function olderCustomerDetails(details: Json): Json {
  const { email, phone, tax_exempt, tax_ids } = details
  return { email, phone, tax_exempt, tax_ids }
}

function displayItem(item: LineItem, account: Account): Json {
  const product = item.price && account.store.find('product', item.price.product)
  const images = product?.images.length ? product.images : null
  return {
    object: 'checkout.session.custom_display_item',
    amount: item.price?.unit_amount ?? null,
    currency: item.currency,
    custom: { description: product?.description ?? null, images, name: item.description },
    quantity: item.quantity,
    type: 'custom',
  }
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null
}
