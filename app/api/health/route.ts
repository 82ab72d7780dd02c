import { listVariants } from '#domain/catalogue/product-store'
import { settings } from '#env'
import { problemOfError, problemResponse } from '../../_lib/requests/problem.ts'

export const dynamic = 'force-dynamic'

/** 200 once the shop can sell: its settings are right, its database answers and has something in it. Asks Stripe nothing. */
export async function GET(): Promise<Response> {
  try {
    settings()
    const variants = await listVariants({ after: '', limit: 1 })
    if (variants.length > 0)
      return Response.json({ status: 'ok' }, { headers: { 'Cache-Control': 'no-store' } })
    return problemResponse({ code: 'shop-unavailable' }, 'en')
  } catch (error) {
    return problemResponse(problemOfError(error), 'en')
  }
}
