// The body of a request that a page's form, its script, a test or curl may have sent: JSON and forms say the same.
import type { Deed } from '../../_doors/limits.ts'
import { secondsToWait } from '../../_doors/seconds-to-wait.ts'
import type { Problem } from './problem.ts'
import { readBody } from './read-body.ts'
import { isSameOrigin } from './same-origin.ts'

const maximumBytes = 16_384

export type ParsedRequest =
  /** `isForm`: sent by a page without script, which wants a page for an answer. */
  | { readonly ok: true; readonly isForm: boolean; readonly fields: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly isForm: boolean; readonly problem: Problem }

/**
 * Reads the fields of a request for `deed`, at most 16 kB of them, and none of what another site sent or what comes too often.
 * A form's `items[0][sku]=…` and repeated `sku=…` become `items`.
 */
export async function parseRequest(request: Request, deed: Deed): Promise<ParsedRequest> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  const isForm = type === 'application/x-www-form-urlencoded'
  const refused = refuse(request, { deed, isKnownType: isForm || type === 'application/json' })
  if (refused) return { ok: false, isForm, problem: refused }
  const body = await readBody(request, maximumBytes)
  if (!body.ok) return { ok: false, isForm, problem: { code: body.code } }
  const fields = isForm ? parseForm(new URLSearchParams(body.text)) : parseJson(body.text)
  return fields ? { ok: true, isForm, fields } : { ok: false, isForm, problem: { code: 'invalid-body' } }
}

function refuse(
  request: Request,
  { deed, isKnownType }: { deed: Deed; isKnownType: boolean },
): Problem | null {
  if (!isSameOrigin(request)) return { code: 'forbidden-origin' }
  if (!isKnownType) return { code: 'unsupported-type' }
  const retryAfter = secondsToWait(deed, request.headers)
  return retryAfter > 0 ? { code: 'too-many-requests', retryAfter } : null
}

function parseJson(body: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null
  }
}

function parseForm(form: URLSearchParams): Record<string, unknown> {
  const quantities = form.getAll('quantity')
  const repeated = form
    .getAll('sku')
    .map((sku, index) => ({ sku, quantity: wholeNumber(quantities[index] ?? '1') }))
  return { ...Object.fromEntries(form), items: [...repeated, ...bracketItems(form)] }
}

function bracketItems(form: URLSearchParams): object[] {
  const indexes = new Set(
    [...form.keys()]
      .map((key) => /^items\[(\d{1,3})\]\[/.exec(key)?.[1])
      .filter((index) => index !== undefined),
  )
  return [...indexes].map((index) => ({
    sku: form.get(`items[${index}][sku]`),
    quantity: wholeNumber(form.get(`items[${index}][quantity]`) ?? '1'),
  }))
}

/** A form's digits as a number. "1e3", "1.5" and "-1" are not what a quantity field sends: they stay text, to be refused later. */
export function wholeNumber(value: unknown): unknown {
  return typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value
}
