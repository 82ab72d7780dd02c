// Tax rates (https://docs.stripe.com/api/tax_rates).
import type { Account } from '../account.ts'
import { invalidRequest } from '../api/stripe-error.ts'
import type { TaxRate } from '../store/stripe-types.ts'

/** An active tax rate. Throws a 400; `param` is where the request named it. */
export function taxRateToUse(account: Account, id: string, param: string): TaxRate {
  const rate = account.store.find('tax_rate', id)
  if (rate === null) throw invalidRequest(`No such tax rate: '${id}'`, { code: 'resource_missing', param })
  if (rate.active) return rate
  throw invalidRequest(`The tax rate ${id} is inactive. Only active tax rates can be used.`, { param })
}
