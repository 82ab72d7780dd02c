// Where Stripe tells what happened. Also at /pay/notification/stripe.
import { receiveEvent } from '#domain/inbox/receive-event'
import { problemOfError, problemResponse } from '../../../_lib/problem.ts'
import { readBody } from '../../../_lib/read-body.ts'

const maximumBytes = 262_144

/** Stores and applies a signed event. 200 means it is committed; any other answer makes Stripe send it again. */
export async function POST(request: Request): Promise<Response> {
  const body = await readBody(request, maximumBytes)
  if (body === null) return problemResponse({ code: 'too-large' }, 'en')
  try {
    const received = await receiveEvent({ body, signature: request.headers.get('stripe-signature') })
    return received === 'forged' ? problemResponse({ code: 'forged' }, 'en') : Response.json({ received })
  } catch (error) {
    return problemResponse(problemOfError(error), 'en')
  }
}
