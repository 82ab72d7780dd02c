// Whether Stripe lets this key do what the shop does: a restricted key may lack a part of it, which shows only when a
// shopper is about to pay, or has paid.
import type { stripe } from '../stripe/client.ts'

export type StripeClient = ReturnType<typeof stripe>

export interface Finding {
  readonly what: string
  /** Null: it is right. Otherwise how to mend it. */
  readonly fix: string | null
}

const needed =
  'A restricted key needs Checkout Sessions: Write and PaymentIntents: Read (Dashboard > Developers > API keys)'

/** Tries the calls that the shop makes, none with an effect. `unreachable` says what to do when Stripe does not answer. */
export async function stripeFindings(client: StripeClient, unreachable: string): Promise<Finding[]> {
  const { sessions } = client.checkout
  let some: string | undefined
  const answers = await attempt('Stripe answers to this key', async () => {
    some = (await sessions.list({ limit: 1 })).data[0]?.id
  })
  if (answers.fix !== null) return [{ ...answers, fix: `${answers.fix} (${unreachable})` }]
  const opens = await attempt('The key may open checkouts', () => openNothing(sessions))
  if (some === undefined) return [answers, opens]
  const id = some
  const reads = await attempt('The key may read what was paid, as the success page does', () =>
    sessions.retrieve(id, { expand: ['payment_intent'] }),
  )
  return [answers, opens, reads]
}

// A session of nothing is always refused: for what is missing in it, by which the key may; or for the key.
async function openNothing(sessions: StripeClient['checkout']['sessions']): Promise<void> {
  await sessions.create({ mode: 'payment' }).catch((error: unknown) => {
    if (statusOf(error) !== 400) throw error
  })
}

/** Tries a call. Should the key not be allowed to make it, `needs` says what it lacks. */
export async function attempt(what: string, work: () => Promise<unknown>, needs = needed): Promise<Finding> {
  try {
    await work()
    return { what, fix: null }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { what, fix: statusOf(error) === 403 ? `${reason}\n    ${needs}` : reason }
  }
}

function statusOf(error: unknown): unknown {
  return error instanceof Error && 'statusCode' in error ? error.statusCode : null
}
