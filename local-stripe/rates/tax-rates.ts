// Tax rates (https://docs.stripe.com/api/tax_rates).
import { seconds, type Account } from '../account.ts'
import { choice, clearable, flag, needed, text, type ValuesOf } from '../api/fields.ts'
import { equal, listRoute } from '../api/list-objects.ts'
import { retrieveRoute, route, type Call, type Route } from '../api/route.ts'
import { mergeMetadata, metadata } from '../api/shared-fields.ts'
import { invalidRequest, noSuch } from '../api/stripe-error.ts'
import { number } from '../catalogue/number-fields.ts'
import { previousAttributes } from '../events/previous-attributes.ts'
import { recordEvent } from '../events/record-event.ts'
import { newId } from '../store/new-id.ts'
import type { TaxRate } from '../store/stripe-types.ts'
import { countryCode } from './country-code.ts'
import { taxTypes } from './tax-types.ts'

const path = '/v1/tax_rates'
const settings = {
  active: flag(),
  country: countryCode(),
  description: clearable(),
  jurisdiction: clearable(50),
  metadata: metadata(),
  state: clearable(),
  tax_type: choice(...taxTypes),
}
const newFields = {
  ...settings,
  display_name: needed(text(50)),
  inclusive: needed(flag()),
  percentage: needed(number({ min: 0, max: 100, places: 4 })),
}
const changedFields = { ...settings, display_name: text(50) }

export const taxRateRoutes: Route[] = [
  route({ method: 'POST', path, fields: newFields, run: createTaxRate }),
  retrieveRoute(`${path}/:id`, find),
  route({
    method: 'POST',
    path: `${path}/:id`,
    fields: changedFields,
    run: (call) => updateTaxRate(find(call.account, call.id), call),
  }),
  listRoute({
    path,
    kind: 'tax_rate',
    filters: { active: flag(), inclusive: flag() },
    conditions: ({ active, inclusive }) => [...equal('active', active), ...equal('inclusive', inclusive)],
  }),
]

/** An active tax rate. Throws a 400 for an unknown or inactive one; `param` is where the request named it. */
export function taxRateToUse(account: Account, id: string, param: string): TaxRate {
  const rate = account.store.find('tax_rate', id)
  if (rate === null) throw invalidRequest(`No such tax rate: '${id}'`, { code: 'resource_missing', param })
  if (rate.active) return rate
  throw invalidRequest(`The tax rate ${id} is inactive. Only active tax rates can be used.`, { param })
}

function createTaxRate({ account, params, request }: Call<ValuesOf<typeof newFields>>): TaxRate {
  const { percentage } = params
  const rate: TaxRate = {
    id: newId('txr_1', 23),
    object: 'tax_rate',
    active: params.active ?? true,
    country: params.country ?? null,
    created: seconds(account),
    description: params.description ?? null,
    display_name: params.display_name,
    effective_percentage: percentage,
    flat_amount: null,
    inclusive: params.inclusive,
    jurisdiction: params.jurisdiction ?? null,
    jurisdiction_level: null,
    livemode: false,
    metadata: mergeMetadata({}, params.metadata ?? {}),
    percentage,
    rate_type: 'percentage',
    state: params.state ?? null,
    tax_type: params.tax_type ?? null,
  }
  account.store.insert('tax_rate', rate)
  recordEvent(account, { type: 'tax_rate.created', object: rate }, { request })
  return rate
}

function updateTaxRate(rate: TaxRate, call: Call<ValuesOf<typeof changedFields>>): TaxRate {
  const { account, params, request } = call
  const { metadata: given, ...others } = params
  const entries = Object.entries(others).filter(([, value]) => value !== undefined)
  const changed: TaxRate = {
    ...rate,
    ...Object.fromEntries(entries),
    metadata: given ? mergeMetadata(rate.metadata ?? {}, given) : rate.metadata,
  }
  const previous = previousAttributes(rate, changed)
  if (previous === null) return rate
  account.store.save(changed)
  recordEvent(account, { type: 'tax_rate.updated', object: changed }, { request, previous })
  return changed
}

function find(account: Account, id: string): TaxRate {
  const rate = account.store.find('tax_rate', id)
  if (rate === null) throw noSuch('tax rate', id, 'tax_rate')
  return rate
}
