// Two shapes of the API are spoken: the newest, and the one of 2020-08-27 for every version before 2022-08-01.
import { describedVersion, parametersOf } from '../schemas/operations.ts'
import { invalidRequest } from './stripe-error.ts'

/** A request's version; `asked` tells whether its header named one or the account's default applies. */
export type ApiVersion = { name: string; asked: boolean }

export const newestVersion = describedVersion
/** Every version that there ever was: an endpoint may be made for each of them. */
const versions = new Set([parametersOf('WebhookEndpointCreateParams')['api_version']].flat())
const firstOfNewShape = '2022-08-01'
const lastWithMethodTypes = '2026-09-30'

/** The version of a request from its `Stripe-Version` header. Throws a 400 for what never was one. */
export function readVersion(header: string | undefined): ApiVersion {
  if (header === undefined || header === '') return { name: newestVersion, asked: false }
  if (versions.has(header)) return { name: header, asked: true }
  throw invalidRequest(`Invalid Stripe API version: ${header}`)
}

/** Whether a version speaks the old shape (`display_items`, a PaymentIntent at once, amounts in line items). */
export function hasOldShape(version: string): boolean {
  return version.slice(0, 10) < firstOfNewShape
}

/** Whether `payment_method_types` may be written: Stripe took it away in 2026-09-30.endive. */
export function takesMethodTypes(version: ApiVersion): boolean {
  return !version.asked || version.name.slice(0, 10) < lastWithMethodTypes
}
