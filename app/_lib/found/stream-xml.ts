import type { Locale } from '#domain/catalogue/text'
import { secondsToWait } from '../../_doors/seconds-to-wait.ts'
import { problemOfError, problemResponse } from '../requests/problem.ts'

export type Parts = AsyncGenerator<string, void>

interface Reading {
  readonly locale?: Locale
  /** How much of the reader's turn it takes. */
  readonly cost?: number
}

/**
 * An XML document sent as its parts are made, each when the reader has taken the ones before. It begins once the first is
 * there: a shop that cannot be read says so, and sends no half of a document. One without a part is not there.
 */
export async function streamXml(
  request: Request,
  parts: Parts,
  { locale = 'en', cost = 1 }: Reading = {},
): Promise<Response> {
  const retryAfter = secondsToWait('crawl', request.headers, { cost })
  if (retryAfter > 0) return problemResponse({ code: 'too-many-requests', retryAfter }, locale)
  try {
    const { value, done } = await parts.next()
    if (done) return new Response(null, { status: 404 })
    const headers = { 'Content-Type': 'application/xml; charset=utf-8' }
    return new Response(streamOf(value, parts), { headers })
  } catch (error) {
    return problemResponse(problemOfError(error), locale)
  }
}

function streamOf(first: string, rest: Parts): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(first)),
    async pull(controller) {
      const { value, done } = await rest.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: () => void rest.return(),
  })
}
