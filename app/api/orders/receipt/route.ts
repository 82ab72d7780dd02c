// Has a receipt sent again: always to the address that paid, whoever asks, and never a word of which one that is.
import { findOrderByToken } from '#domain/orders/order-store'
import { type ResentReceipt, resendReceipt } from '#domain/orders/resend-receipt'
import { marketOf } from '../../../_lib/market.ts'
import { parseRequest } from '../../../_lib/requests/parse-request.ts'
import { type Problem, problemOfError, problemResponse } from '../../../_lib/requests/problem.ts'
import { refuseForm } from '../../../_lib/requests/refuse-form.ts'
import { isSameSecret } from '../../../_lib/requests/same-secret.ts'
import { seeOther } from '../../../_lib/requests/see-other.ts'

/** Takes the `token` of an order. Gives 202, or leads a form back to the order's page, which says the same in words. */
export async function POST(request: Request): Promise<Response> {
  const parsed = await parseRequest(request, 'resend')
  const fields = parsed.ok ? parsed.fields : {}
  const { locale } = marketOf(request, fields)
  const token = typeof fields['token'] === 'string' ? fields['token'] : ''
  const problem = parsed.ok ? await resend(token) : parsed.problem
  if (!parsed.isForm) return problem ? problemResponse(problem, locale) : new Response(null, { status: 202 })
  const page = `/${locale}/orders/${encodeURIComponent(token)}?receipt=${problem?.code ?? 'sent'}#receipt`
  return problem ? refuseForm({ problem, locale, page }) : seeOther(page)
}

async function resend(token: string): Promise<Problem | null> {
  try {
    const order = await findOrderByToken(token)
    if (!order || !isSameSecret(order.token, token)) return { code: 'unknown-order' }
    return problemOf(await resendReceipt(order))
  } catch (error) {
    return problemOfError(error)
  }
}

function problemOf(resent: ResentReceipt): Problem | null {
  switch (resent) {
    case 'sent':
      return null
    case 'none':
      return { code: 'no-receipt' }
    case 'too-often':
      return { code: 'receipt-too-often' }
    default:
      return resent satisfies never
  }
}
