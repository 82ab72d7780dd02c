// Which errors of PostgreSQL, its driver and Prisma's adapter mean that the database cannot do it now.

import { DatabaseUnavailable, type UnavailableReason } from './database-unavailable.ts'

// https://www.postgresql.org/docs/current/errcodes-appendix.html, by the beginning of the code; the first that fits holds.
const REASONS: readonly (readonly [code: RegExp, reason: UnavailableReason])[] = [
  // lock_timeout, serialization failure, deadlock.
  [/^(55P03|40001|40P01)$/, 'locked'],
  [/^53100$/, 'full'],
  // Connection, credentials, no such database, session or server ended, resources, statement_timeout, disk, corruption.
  [/^(08|28|3D000|25P03|53|57014|57P|58|XX00[12])/, 'other'],
  // It has become a standby, or was made read-only.
  [/^25006$/, 'other'],
]

// What the driver says without a code when there is no connection, or none free.
const CONNECTION_WORDS =
  /^(Connection terminated|Client (has encountered|was closed)|Query read timeout|timeout exceeded)/
// The adapter's own names, where it leaves the code out.
const CONNECTION_KINDS = /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TlsConnectionError)$/

/** The DatabaseUnavailable that `error`, out of the adapter or the driver, is or stands for; undefined: PostgreSQL works and said no. */
export function asPostgresqlUnavailable(error: unknown): DatabaseUnavailable | undefined {
  if (error instanceof DatabaseUnavailable) return error
  if (!(error instanceof Error)) return undefined
  const code = codeOf(error) ?? ''
  const reason = reasonOf(error, code)
  return (
    reason && new DatabaseUnavailable(reason, `The database is unavailable (${code || error.message})`, error)
  )
}

/** Whether `error`, or what it was caused by, ended a transaction that would succeed if it were run again. */
export function isConflict(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return /^40(001|P01)$/.test(codeOf(error) ?? '') || isConflict(error.cause)
}

function reasonOf(error: Error, code: string): UnavailableReason | undefined {
  const [, reason] = REASONS.find(([codes]) => codes.test(code)) ?? []
  if (reason) return reason
  // The system's: ECONNREFUSED, EPIPE, EAI_AGAIN, …
  const lost = /^E[A-Z_]+$/.test(code) || CONNECTION_KINDS.test(code) || CONNECTION_WORDS.test(error.message)
  if (!lost) return undefined
  return error.message.startsWith('timeout exceeded') ? 'locked' : 'other'
}

// The driver's errors have the code; the adapter keeps it in the cause, or only a name for it.
function codeOf(error: Error): string | undefined {
  if ('code' in error && typeof error.code === 'string') return error.code
  const { cause } = error
  if (typeof cause !== 'object' || cause === null) return undefined
  if ('originalCode' in cause && typeof cause.originalCode === 'string') return cause.originalCode
  return 'kind' in cause && typeof cause.kind === 'string' ? cause.kind : undefined
}
