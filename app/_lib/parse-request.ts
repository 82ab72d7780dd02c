// The body of a request that a page's form, its script, a test or curl may have sent: JSON and forms say the same.
import type { ProblemCode } from './problem.ts'
import { readBody } from './read-body.ts'
import { isSameOrigin } from './same-origin.ts'

const maximumBytes = 16_384

export type ParsedRequest =
  /** `isForm`: sent by a page without script, which wants a page for an answer. */
  | { readonly ok: true; readonly isForm: boolean; readonly fields: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly isForm: boolean; readonly code: ProblemCode }

/** Reads a request's fields, at most 16 kB of them, and none of what another site sent. A form's `items[0][sku]=…` and repeated `sku=…` become `items`. */
export async function parseRequest(request: Request): Promise<ParsedRequest> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  const isForm = type === 'application/x-www-form-urlencoded'
  if (!isSameOrigin(request)) return { ok: false, isForm, code: 'forbidden-origin' }
  if (!isForm && type !== 'application/json') return { ok: false, isForm: false, code: 'unsupported-type' }
  const body = await readBody(request, maximumBytes)
  if (body === null) return { ok: false, isForm, code: 'too-large' }
  const fields = isForm ? parseForm(new URLSearchParams(body)) : parseJson(body)
  return fields ? { ok: true, isForm, fields } : { ok: false, isForm, code: 'invalid-body' }
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
