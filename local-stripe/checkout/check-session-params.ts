// What the parameters of a new session have to do with each other, and what is not imitated of them.
import { invalidRequest, missing, notImitated } from '../api/stripe-error.ts'
import type { SessionParams } from './session-fields.ts'

const shortest = 30 * 60
const longest = 24 * 3600
const mostItems = 100

/** `now` is in seconds. Throws Stripe's 400s, and the 501 for other modes and pages than those that are imitated. */
export function checkSessionParams(params: SessionParams, now: number): void {
  if (params.mode === undefined) throw missing('mode')
  checkImitated(params)
  checkOtherModes(params)
  if (params.success_url === undefined) throw missing('success_url')
  if (params.line_items === undefined || params.line_items.length === 0) throw missing('line_items')
  checkPairs(params)
  checkCustomer(params)
  checkItemCount(params)
  checkExpiry(params.expires_at, now)
}

function checkImitated(params: SessionParams): void {
  const { mode, ui_mode = 'hosted_page', invoice_creation, managed_payments, automatic_tax } = params
  if (mode !== 'payment') throw notImitated(`Checkout Sessions with mode=${mode}`, 'mode')
  if (ui_mode !== 'hosted_page' && ui_mode !== 'hosted') throw notImitated(`ui_mode=${ui_mode}`, 'ui_mode')
  if (invoice_creation?.enabled === true) throw notImitated('invoices', 'invoice_creation')
  if (managed_payments?.enabled === true) throw notImitated('Managed Payments', 'managed_payments')
  if (automatic_tax?.enabled === true) {
    throw notImitated('automatic taxes (use `line_items[tax_rates]` for fixed ones)', 'automatic_tax')
  }
}

/** Parameters of subscriptions, of setups and of embedded pages. */
function checkOtherModes(params: SessionParams): void {
  if (params.payment_method_collection !== undefined) {
    const message = 'You can only set `payment_method_collection` if there are recurring prices.'
    throw invalidRequest(message, { param: 'payment_method_collection' })
  }
  for (const param of ['subscription_data', 'setup_intent_data'] as const) {
    if (params[param] === undefined) continue
    throw invalidRequest(`You can not pass \`${param}\` in \`payment\` mode.`, { param })
  }
  for (const param of ['return_url', 'redirect_on_completion', 'permissions'] as const) {
    if (params[param] === undefined) continue
    throw invalidRequest(`You can not pass \`${param}\` when \`ui_mode\` is \`hosted_page\`.`, { param })
  }
}

function checkPairs(params: SessionParams): void {
  refuseBoth(params, 'allow_promotion_codes', 'discounts')
  refuseBoth(params, 'customer', 'customer_email')
  refuseBoth(params, 'customer', 'customer_creation')
  refuseBoth(params, 'allowed_payment_method_types', 'payment_method_types')
  refuseBoth(params, 'excluded_payment_method_types', 'payment_method_types')
  if (params.shipping_address_collection && params.payment_intent_data?.shipping) {
    const names = 'payment_intent_data[shipping], shipping_address_collection'
    throw invalidRequest(`You may only specify one of these parameters: ${names}.`, {
      param: 'payment_intent_data[shipping]',
    })
  }
  if (params.shipping_address_collection?.allowed_countries.length === 0) {
    throw missing('shipping_address_collection[allowed_countries]')
  }
}

function refuseBoth(params: SessionParams, one: keyof SessionParams, other: keyof SessionParams): void {
  if (params[one] === undefined || params[other] === undefined) return
  throw invalidRequest(`You may only specify one of these parameters: ${one}, ${other}.`, { param: one })
}

function checkCustomer(params: SessionParams): void {
  const { customer, customer_update, tax_id_collection } = params
  if (customer === undefined && customer_update !== undefined) {
    const message = '`customer_update` can only be used with `customer`.'
    throw invalidRequest(message, { param: 'customer_update' })
  }
  if (customer === undefined || tax_id_collection?.enabled !== true) return
  if (customer_update?.name === 'auto') return
  throw invalidRequest(
    'Tax ID collection requires updating business name on the customer. To enable tax ID collection for an existing ' +
      'customer, please set `customer_update[name]` to `auto`.',
  )
}

function checkItemCount(params: SessionParams): void {
  const count = (params.line_items?.length ?? 0) + (params.optional_items?.length ?? 0)
  if (count <= mostItems) return
  const message = `A Checkout Session can have at most ${mostItems} line items and optional items together.`
  throw invalidRequest(message, { param: 'optional_items' })
}

function checkExpiry(expiresAt: number | undefined, now: number): void {
  if (expiresAt === undefined) return
  if (expiresAt >= now + shortest && expiresAt <= now + longest) return
  const message =
    'The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.'
  throw invalidRequest(message, { param: 'expires_at' })
}
