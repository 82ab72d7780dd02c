// POST /v1/checkout/sessions (https://docs.stripe.com/api/checkout/sessions/create), for one-time payments.
import { seconds, type Account } from '../account.ts'
import { hasOldShape } from '../api/api-version.ts'
import type { Call } from '../api/route.ts'
import { invalidRequest, missing, notImitated } from '../api/stripe-error.ts'
import { checkTotal } from '../money/check-total.ts'
import { recordEvent } from '../events/record-event.ts'
import { createPaymentIntent } from '../payments/create-payment-intent.ts'
import { newId } from '../store/new-id.ts'
import type { LineItem, Session } from '../store/stripe-types.ts'
import { createLineItems } from './create-line-items.ts'
import { chooseMethodTypes } from './method-types.ts'
import { newSession } from './new-session.ts'
import type { SessionDetails } from './session-details.ts'
import type { SessionParams } from './session-fields.ts'

const shortest = 30 * 60
const longest = 24 * 3600

/** Creates an open session with its line items. Throws Stripe's 400s for what it cannot be. */
export function createSession(call: Call<SessionParams>): Session {
  const { account, params, version, request } = call
  checkParams(account, params)
  const id = newId('cs_test_a1', 58)
  const items = createLineItems(call, id)
  const { amount, currency } = total(items)
  checkTotal({ amount, currency })
  const methodTypes = chooseMethodTypes({ params, version, currency })
  const created = seconds(account)
  const expiresAt = params.expires_at ?? created + longest
  const old = hasOldShape(version.name)
  const session = newSession({
    id,
    params,
    amount,
    currency,
    methodTypes,
    created,
    expiresAt,
    url: account.url,
  })
  if (old) session.customer_creation = params.customer_creation ?? 'always'
  const details: SessionDetails = {
    version: version.name,
    payment_intent_data: params.payment_intent_data ?? null,
  }
  if (old && amount > 0) session.payment_intent = startPayment(account, { session, details, request })
  account.store.insert('checkout.session', session, { hidden: details })
  account.agenda.add({ task: 'expire_session', subject: id, due: expiresAt * 1000 })
  return session
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

function checkParams(account: Account, params: SessionParams): void {
  if (params.mode === undefined) throw missing('mode')
  if (params.mode !== 'payment') throw notImitated(`Checkout Sessions with mode=${params.mode}`, 'mode')
  if (params.ui_mode !== undefined && params.ui_mode !== 'hosted_page' && params.ui_mode !== 'hosted') {
    throw notImitated(`ui_mode=${params.ui_mode}`, 'ui_mode')
  }
  if (params.payment_intent_data?.capture_method === 'manual') {
    throw notImitated('manual capture', 'payment_intent_data[capture_method]')
  }
  if (params.success_url === undefined) throw missing('success_url')
  if (params.line_items === undefined || params.line_items.length === 0) throw missing('line_items')
  checkCustomer(account, params)
  checkExpiry(params.expires_at, seconds(account))
}

function checkCustomer(account: Account, params: SessionParams): void {
  const { customer, customer_email } = params
  if (customer === undefined) return
  if (customer_email !== undefined) {
    throw invalidRequest('You may only specify one of these parameters: customer, customer_email.')
  }
  if (account.store.find('customer', customer) !== null) return
  throw invalidRequest(`No such customer: '${customer}'`, { code: 'resource_missing', param: 'customer' })
}

function checkExpiry(expiresAt: number | undefined, now: number): void {
  if (expiresAt === undefined) return
  if (expiresAt >= now + shortest && expiresAt <= now + longest) return
  const message =
    'The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.'
  throw invalidRequest(message, { param: 'expires_at' })
}

function total(items: LineItem[]): { amount: number; currency: string } {
  const currency = items[0]?.currency ?? ''
  if (items.some((item) => item.currency !== currency)) {
    throw invalidRequest('All line items must have the same currency.', { param: 'line_items' })
  }
  return { amount: items.reduce((sum, item) => sum + item.amount_total, 0), currency }
}
