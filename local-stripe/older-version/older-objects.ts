// What 2020-08-27 shows otherwise. Stripe gives its newer, additional properties to every version; only what was
// renamed, moved or taken away is turned back here.
import type { Account } from '../account.ts'
import type { LineItem } from '../store/stripe-types.ts'

export type Json = Record<string, unknown>

/** A Checkout Session with `display_items`, and the four properties that `customer_details` had. */
export function olderSession(session: Json, account: Account): Json {
  const { allowed_payment_method_types: _new, collected_information: _moved, ...kept } = session
  const items = account.store.children('item', String(session['id']))
  const details = session['customer_details']
  return {
    ...kept,
    customer_details: isJson(details) ? olderCustomerDetails(details) : null,
    display_items: items.map((item) => displayItem(item, account)),
    shipping: null,
    ui_mode: 'hosted',
  }
}

/** A PaymentIntent with its charges inside instead of `latest_charge` (until 2022-11-15). */
export function olderPaymentIntent(intent: Json, account: Account): Json {
  const { latest_charge, allowed_payment_method_types: _new, ...kept } = intent
  const charge = typeof latest_charge === 'string' ? account.store.find('charge', latest_charge) : null
  const data = charge === null ? [] : [olderCharge({ ...charge }, account)]
  const url = `/v1/charges?payment_intent=${String(intent['id'])}`
  return { ...kept, charges: { object: 'list', data, has_more: false, total_count: data.length, url } }
}

/** A charge with its refunds inside (until 2022-11-15). */
export function olderCharge(charge: Json, account: Account): Json {
  const id = String(charge['id'])
  const data = account.store.children('refund', id).toReversed()
  const refunds = {
    object: 'list',
    data,
    has_more: false,
    total_count: data.length,
    url: `/v1/charges/${id}/refunds`,
  }
  return { ...charge, invoice: null, refunds }
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
