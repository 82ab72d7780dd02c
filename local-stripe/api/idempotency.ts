// Idempotency keys (https://docs.stripe.com/api/idempotent_requests): the first answer of a key is kept, errors and
// all, and given again. Nothing is kept for refused parameters or for a request that found its key in use.
import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { Form, FormValue } from './parse-form.ts'
import { StripeError } from './stripe-error.ts'

export type KeyedRequest = { key: string; path: string; fingerprint: string; request: string }
export type KeptAnswer = { status: number; body: string; request: string }
export type Idempotency = {
  /** The kept answer of a key, or null when it is new. Throws when the key was used for something else or is in use. */
  claim(request: KeyedRequest): KeptAnswer | null
  /** Keeps the answer (or nothing) and frees the key. */
  release(request: KeyedRequest, answer: { status: number; body: string } | null): void
}

const keptFor = 25 * 3600 * 1000
const longest = 255

/** The idempotency keys of an open database; `clock` in milliseconds. */
export function createIdempotency(database: DatabaseSync, clock: () => number): Idempotency {
  const find = database.prepare('SELECT * FROM idempotent_requests WHERE key = ? AND at > ?')
  const keep = database.prepare('INSERT OR REPLACE INTO idempotent_requests VALUES (?, ?, ?, ?, ?, ?, ?)')
  database.prepare('DELETE FROM idempotent_requests WHERE at <= ?').run(clock() - keptFor)
  const inUse = new Set<string>()
  return {
    claim(request) {
      if (request.key.length > longest) throw tooLong()
      const row = find.get(request.key, clock() - keptFor)
      if (row !== undefined) return keptAnswer(row, request)
      if (inUse.has(request.key)) throw keyInUse(request.key)
      inUse.add(request.key)
      return null
    },
    release(request, answer) {
      inUse.delete(request.key)
      if (answer === null) return
      const { key, path } = request
      keep.run(key, path, request.fingerprint, request.request, answer.status, answer.body, clock())
    },
  }
}

/** A text that is the same for the same parameters in any order. */
export function fingerprint(form: Form): string {
  return createHash('sha1').update(ordered(form)).digest('base64')
}

function ordered(value: FormValue): string {
  if (typeof value === 'string') return JSON.stringify(value)
  const names = Object.keys(value).toSorted()
  return `{${names.map((name) => `${JSON.stringify(name)}:${ordered(value[name] ?? '')}`).join()}}`
}

function keptAnswer(row: Record<string, unknown>, request: KeyedRequest): KeptAnswer {
  if (row['path'] !== request.path) throw otherEndpoint(request.key, String(row['path']))
  if (row['fingerprint'] !== request.fingerprint) throw otherParameters(request.key)
  return { status: Number(row['status']), body: String(row['body']), request: String(row['request']) }
}

function otherParameters(key: string): StripeError {
  return mismatch(
    'Keys for idempotent requests can only be used with the same parameters they were first used with. ' +
      `Try using a key other than '${key}' if you meant to execute a different request.`,
  )
}

function otherEndpoint(key: string, path: string): StripeError {
  return mismatch(
    `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${path}'). ` +
      `Try using a key other than '${key}' if you meant to execute a different request.`,
  )
}

function mismatch(message: string): StripeError {
  return new StripeError({ status: 400, type: 'idempotency_error', message })
}

function keyInUse(key: string): StripeError {
  const message =
    'There is currently another in-progress request using this Idempotent Key (that probably means you submitted ' +
    `twice, and the other request is still going through): ${key}. Please try again later.`
  return new StripeError({ status: 409, type: 'idempotency_error', code: 'idempotency_key_in_use', message })
}

function tooLong(): StripeError {
  const message = `Idempotency keys can be at most ${longest} characters long.`
  return new StripeError({ status: 400, type: 'idempotency_error', message })
}
