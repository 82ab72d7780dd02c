import { Stripe } from 'stripe'

/** The error with which a call of the SDK was refused. Throws when it was not. */
export async function failureOf(
  call: Promise<unknown>,
): Promise<InstanceType<typeof Stripe.errors.StripeError>> {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error instanceof Stripe.errors.StripeError) return error
  throw new Error('It was not refused.', { cause: error })
}
