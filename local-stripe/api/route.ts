// A route is a method, a path and the fields it takes. Reading the fields comes apart from running, because Stripe
// keeps no idempotent result for a request whose parameters were refused.
import type { Account } from '../account.ts'
import type { ApiVersion } from './api-version.ts'
import { readFields, type Fields, type ValuesOf } from './fields.ts'
import type { Form } from './parse-form.ts'

export type Method = 'GET' | 'POST' | 'DELETE'
export type RequestNames = { id: string | null; idempotency_key: string | null }
export type Circumstances = {
  account: Account
  /** The last id in the path, '' when it has none. */
  id: string
  /** The id before the last, '' when there is none: the charge of `/v1/charges/:id/refunds/:id`. */
  parent: string
  key: string
  version: ApiVersion
  request: RequestNames
  /** The paths that `expand[]` asks for, already checked. */
  expand: readonly string[][]
}
export type Call<P> = Circumstances & { params: P }
export type Route = {
  method: Method
  path: string
  /** Every parameter that is imitated. */
  fields: Fields
  /** Reads the parameters (throwing what is wrong with them) and gives what is left to do. */
  prepare: (form: Form) => (circumstances: Circumstances) => object
}

/**
 * A route from its fields and what it does with their values. A `StripeError` that `run` throws undoes its work; one
 * that it gives is the answer as well, and the work is kept (a declined payment).
 */
export function route<F extends Fields>(spec: {
  method: Method
  path: string
  fields: F
  run: (call: Call<ValuesOf<F>>) => object
}): Route {
  const { method, path, fields, run } = spec
  return {
    method,
    path,
    fields,
    prepare(form) {
      const params = readFields({ form, fields })
      return (circumstances) => run({ ...circumstances, params })
    },
  }
}

/** A route that gives one object by its id. */
export function retrieveRoute(path: string, find: (account: Account, id: string) => object): Route {
  return route({ method: 'GET', path, fields: {}, run: ({ account, id }) => find(account, id) })
}
