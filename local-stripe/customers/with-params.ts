// A customer with what a request says put over what was there (https://docs.stripe.com/api/customers/update).
import type { Account } from '../account.ts'
import { mergeMetadata } from '../api/shared-fields.ts'
import { invalidRequest } from '../api/stripe-error.ts'
import { noAddress } from '../checkout/shopper.ts'
import type { Address, Customer } from '../store/stripe-types.ts'
import type { CustomerParams } from './customer-fields.ts'

type Settings = Customer['invoice_settings']

/** The customer as the parameters want it; what they do not name stays. Throws a 400 for a foreign payment method. */
export function withParams(account: Account, customer: Customer, params: CustomerParams): Customer {
  const { address, business_name, individual_name, invoice_settings, metadata, shipping, ...plain } = params
  const { tax_exempt, ...simple } = plain
  return {
    ...withNames(customer, { business_name, individual_name }),
    ...defined(simple),
    ...(address !== undefined && { address: address && mergeAddress(customer.address, address) }),
    ...(invoice_settings && { invoice_settings: mergeSettings(account, customer, invoice_settings) }),
    ...(metadata && { metadata: mergeMetadata(customer.metadata, metadata) }),
    ...(shipping !== undefined && { shipping: shipping && newShipping(shipping) }),
    ...(tax_exempt !== undefined && { tax_exempt: tax_exempt ?? 'none' }),
  }
}

/** The two names that are only there once they were given. */
function withNames(
  customer: Customer,
  given: Pick<CustomerParams, 'business_name' | 'individual_name'>,
): Customer {
  const named = { ...customer }
  for (const name of ['business_name', 'individual_name'] as const) {
    const value = given[name]
    if (value === null) delete named[name]
    else if (value !== undefined) named[name] = value
  }
  return named
}

function mergeAddress(old: Address | null | undefined, given: PartialAddress): Address {
  return { ...noAddress, ...old, ...defined(given) }
}

function newShipping(given: NonNullable<CustomerParams['shipping']>): NonNullable<Customer['shipping']> {
  return { address: mergeAddress(null, given.address), name: given.name, phone: given.phone ?? null }
}

function mergeSettings(
  account: Account,
  customer: Customer,
  given: NonNullable<CustomerParams['invoice_settings']>,
): Settings {
  const { rendering_options, ...simple } = given
  if (simple.default_payment_method) checkMethod(account, customer, simple.default_payment_method)
  return {
    ...customer.invoice_settings,
    ...defined(simple),
    ...(rendering_options !== undefined && {
      rendering_options: rendering_options && {
        amount_tax_display: rendering_options.amount_tax_display ?? null,
        template: null,
      },
    }),
  }
}

function checkMethod(account: Account, customer: Customer, id: string): void {
  const param = 'invoice_settings[default_payment_method]'
  const method = account.store.find('payment_method', id)
  if (method === null) {
    throw invalidRequest(`No such PaymentMethod: '${id}'`, { code: 'resource_missing', param })
  }
  if (method.customer === customer.id) return
  throw invalidRequest(
    `The customer does not have a payment method with the ID ${id}. The payment method must be attached to the customer.`,
    { code: 'resource_missing', param },
  )
}

type PartialAddress = { [Part in keyof Address]?: Address[Part] | undefined }

function defined<T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(given).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> }
}
