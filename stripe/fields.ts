// The kinds of fields that Stripe's objects are made of, as the shop can store them.
import { z } from 'zod'

/** A text without U+0000 and without halves of letters, which not every database can hold. */
export const text = z.string().transform((given) => given.replaceAll('\u0000', '').toWellFormed())

/** An id. Stripe's are no longer. https://docs.stripe.com/upgrades#what-changes-does-stripe-consider-to-be-backward-compatible */
export const id = text.pipe(z.string().min(1).max(255))

/** Minor units, as the database counts them. */
export const amount = z.int32().nonnegative()

/** Seconds, Stripe's clock. */
export const seconds = z.int32().nonnegative()

/** Another object: its id, or itself where it was expanded. https://docs.stripe.com/expand */
export const reference = z.union([id, z.looseObject({ id })]).nullish()

/** The id of a referenced object, or null. */
export function idOf(given: z.output<typeof reference>): string | null {
  return typeof given === 'string' ? given : (given?.id ?? null)
}
