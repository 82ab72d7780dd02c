// POST /v1/checkout/sessions (https://docs.stripe.com/api/checkout/sessions/create), for one-time payments.
import { seconds, type Account } from '../account.ts'
import { hasOldShape } from '../api/api-version.ts'
import type { Call } from '../api/route.ts'
import { customerToUse } from '../customers/customers.ts'
import { recordEvent } from '../events/record-event.ts'
import { createPaymentIntent } from '../payments/create-payment-intent.ts'
import { newId } from '../store/new-id.ts'
import type { Session } from '../store/stripe-types.ts'
import { discountAskedFor, sessionDiscounts } from './applied-discount.ts'
import { checkSessionParams } from './check-session-params.ts'
import { chooseMethodTypes } from './method-types.ts'
import { newLineItem } from './new-line-item.ts'
import { newSession } from './new-session.ts'
import { findOptionalItems } from './optional-items.ts'
import { insertItems } from './order-items.ts'
import { priceOrder, type OrderItem } from './price-order.ts'
import type { SessionDetails } from './session-details.ts'
import type { SessionParams } from './session-fields.ts'
import { findShippingOptions, firstShipping } from './shipping-choice.ts'

/** Creates an open session with its line items. Throws Stripe's 400s for what it cannot be. */
export function createSession(call: Call<SessionParams>): Session {
  const { account, params, version, request } = call
  const created = seconds(account)
  checkSessionParams(params, created)
  const customer = params.customer === undefined ? null : customerToUse(account, params.customer)
  const id = newId('cs_test_a1', 58)
  const items = lineItems(call)
  const currency = items[0]?.item.currency ?? ''
  const shippingOptions = findShippingOptions(account, params.shipping_options ?? [], currency)
  const discount = discountOf(call, { id, items, currency })
  const order = { currency, items, discount, shipping: firstShipping(shippingOptions) }
  const { items: priced, amounts, breakdown } = priceOrder(account, order)
  const session = newSession({
    id,
    params,
    amounts,
    currency,
    created,
    customer,
    discounts: sessionDiscounts(discount),
    methodTypes: chooseMethodTypes({ params, version, currency }),
    optionalItems: findOptionalItems(account, params.optional_items ?? [], currency),
    shippingOptions,
    url: account.url,
  })
  const details = { ...keptOf(params), version: version.name, discount, total_details: { breakdown } }
  const old = hasOldShape(version.name)
  if (old && session.customer === null) session.customer_creation = params.customer_creation ?? 'always'
  if (old && session.amount_total !== 0) {
    session.payment_intent = startPayment(account, { session, details, request })
  }
  storeSession(account, session, details)
  insertItems(account, id, priced)
  return session
}

/** What of the parameters is only looked at later. */
function keptOf(params: SessionParams) {
  return {
    payment_intent_data: params.payment_intent_data ?? null,
    payment_method_data: params.payment_method_data ?? null,
    customer_update: params.customer_update ?? null,
    shipping_cost: { taxes: [] },
  }
}

/** Stores a new session and puts its end on the agenda. */
export function storeSession(account: Account, session: Session, details: SessionDetails): void {
  account.store.insert('checkout.session', session, { hidden: details })
  account.agenda.add({ task: 'expire_session', subject: session.id, due: session.expires_at * 1000 })
}

/** All items are sold in one currency: the one that was asked for, or that of the first price. */
function lineItems({ account, params, version }: Call<SessionParams>): OrderItem[] {
  const old = hasOldShape(version.name)
  let currency = params.currency ?? null
  return (params.line_items ?? []).map((given, index) => {
    const item = newLineItem(account, { given, path: `line_items[${index}]`, old, currency })
    currency = item.item.currency
    return item
  })
}

function discountOf(
  { account, params }: Call<SessionParams>,
  order: { id: string; items: OrderItem[]; currency: string },
) {
  const { id, items, currency } = order
  if (params.discounts === undefined) return null
  const undiscounted = priceOrder(account, { currency, items, discount: null, shipping: null })
  const amount = undiscounted.amounts.amount_subtotal ?? 0
  return discountAskedFor(account, params.discounts, {
    session: id,
    amount,
    currency,
    customer: params.customer ?? null,
    guest: params.customer === undefined && params.customer_creation !== 'always',
  })
}

/** Before 2022-08-01 the PaymentIntent was made together with the session. */
function startPayment(
  account: Account,
  start: { session: Session; details: SessionDetails; request: Call<unknown>['request'] },
): string {
  const { session, details, request } = start
  const intent = createPaymentIntent(account, { session, data: details.payment_intent_data })
  const cause = { request, version: details.version }
  recordEvent(account, { type: 'payment_intent.created', object: intent }, cause)
  return intent.id
}
