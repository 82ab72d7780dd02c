// For tests of Local Stripe itself: with LOCAL_STRIPE_ANSWERS=<folder> every answer in the newest shape and every event
// is written to a file of its process there, to be held against Stripe's types by validate-answers.ts.
import { createHash } from 'node:crypto'
import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** What was answered to which operation (its method and path with `:id`), or an event. */
export type KeptAnswer = { operation: string; status: number; body: unknown } | { event: unknown }

const folder = process.env['LOCAL_STRIPE_ANSWERS']
const seen = new Set<string>()

/** Keeps an answer or event, once for each of its forms: which members, of which kinds, and which words of enums. */
export function keepAnswer(answer: KeptAnswer): void {
  if (!folder) return
  const form = createHash('sha1').update(JSON.stringify(answer, formOf)).digest('base64')
  if (seen.has(form)) return
  if (seen.size === 0) mkdirSync(folder, { recursive: true })
  seen.add(form)
  appendFileSync(join(folder, `${process.pid}.jsonl`), `${JSON.stringify(answer)}\n`)
}

/** Keeps an error, under the request's path without its ids. */
export function keepError(
  request: { method: string; path: string },
  reply: { status: number; body?: string },
): void {
  if (!folder) return
  const path = request.path.replaceAll(/\/[a-z]+_[^/]*\d[^/]*/g, '/:id')
  keepAnswer({
    operation: `${request.method} ${path}`,
    status: reply.status,
    body: JSON.parse(reply.body ?? '{}'),
  })
}

function formOf(_name: string, value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? 1 : 1.5
  if (typeof value !== 'string' || /^[a-z_.]{0,40}$|^(?:GET|POST|DELETE) /.test(value)) return value
  return '…'
}
