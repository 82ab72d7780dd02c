// What became of an order, for a page that waits for it: one word, and nothing else of the order. Whoever has a session's id
// or an order's token reads that on its page, too.
import { findStatus, type OrderAddress } from '#domain/orders/status-store'
import { addressHeader } from '../../../_doors/address-header.ts'
import { secondsToWait } from '../../../_doors/seconds-to-wait.ts'
import { streamPlaces } from '../../../_doors/stream-places.ts'
import { marketOf } from '../../../_lib/market.ts'
import { problemOfError, problemResponse, type Problem } from '../../../_lib/requests/problem.ts'
import { statusStream } from '../../../_lib/status-stream.ts'

const places = streamPlaces()
// `no-transform`: whoever compresses what passes holds it back until there is more of it. The second is nginx's word for that.
const streaming = {
  'Content-Type': 'text/event-stream',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
}

/** Takes `?session_id=` or `?token=`. A stream of statuses for an EventSource, the status now for everybody else. */
export async function GET(request: Request): Promise<Response> {
  const retryAfter = secondsToWait('look', request.headers)
  if (retryAfter > 0) return refuse(request, { code: 'too-many-requests', retryAfter })
  try {
    const known = await findStatus(addressIn(request))
    if (!known) return refuse(request, { code: 'unknown-order' })
    if (!wantsStream(request)) return new Response(known.status, { headers: { 'Cache-Control': 'no-store' } })
    const leave = places.take(request.headers.get(addressHeader))
    if (!leave) return refuse(request, { code: 'too-many-requests', retryAfter: 30 })
    return new Response(statusStream({ known, ended: leave, gone: request.signal }), { headers: streaming })
  } catch (error) {
    return refuse(request, problemOfError(error))
  }
}

// Of what answers HEAD nothing is read, and nothing ends it.
function wantsStream({ method, headers }: Request): boolean {
  return method === 'GET' && (headers.get('accept') ?? '').includes('text/event-stream')
}

function addressIn(request: Request): OrderAddress {
  const { searchParams } = new URL(request.url)
  const token = searchParams.get('token')
  return token === null ? { sessionId: searchParams.get('session_id') ?? '' } : { token }
}

function refuse(request: Request, problem: Problem): Response {
  return problemResponse(problem, marketOf(request).locale)
}
