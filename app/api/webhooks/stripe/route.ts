// Where Stripe tells what happened. Also at /pay/notification/stripe.
import { receiveEvent } from '#domain/inbox/receive-event'
import { secondsToWait } from '../../../_doors/seconds-to-wait.ts'
import { problemOfError, problemResponse } from '../../../_lib/requests/problem.ts'
import { readBody } from '../../../_lib/requests/read-body.ts'

const maximumBytes = 262_144

/** Stores and applies a signed event. 200 means it is committed; any other answer makes Stripe send it again. */
export async function POST(request: Request): Promise<Response> {
  const body = await readBody(request, maximumBytes)
  if (!body.ok) return problemResponse({ code: body.code }, 'en')
  try {
    const received = await receiveEvent({
      body: body.text,
      signature: request.headers.get('stripe-signature'),
    })
    return received === 'forged' ? refuseForged(request) : Response.json({ received })
  } catch (error) {
    return problemResponse(problemOfError(error), 'en')
  }
}

// Only after its signature was looked at: an event of Stripe's is never refused for what others send.
function refuseForged({ headers }: Request): Response {
  const retryAfter = secondsToWait('forgery', headers)
  return problemResponse(
    retryAfter > 0 ? { code: 'too-many-requests', retryAfter } : { code: 'forged' },
    'en',
  )
}
