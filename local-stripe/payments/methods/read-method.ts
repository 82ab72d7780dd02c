// What a shopper typed into the page about how to pay. What comes out is a payment method that may be tried, or an
// error for each field; a number that is no test number goes no further than this.
import { methodOf } from './methods.ts'
import type { ReadMethod, Typed } from './method.ts'

/** Reads the fields of one payment method; `typed` by element id, `now` in milliseconds. */
export function readMethod(form: { type: string; typed: Typed; now: number }): ReadMethod {
  return methodOf(form.type).read(form.typed, form.now)
}
