// The one error for "the database cannot do this now": a webhook answers 503 to it and Stripe tries again, a page
// says to try again. Everything else that comes out of a query is an answer or a mistake of ours.

/** `overrun`: the work itself took too long. */
export type UnavailableReason = 'locked' | 'full' | 'overrun' | 'other'

/**
 * The database could not be opened, read or written. Nothing of the transaction it came from was kept, unless the connection
 * to PostgreSQL broke during its commit: then all of it may have been.
 */
export class DatabaseUnavailable extends Error {
  override name = 'DatabaseUnavailable'
  readonly reason: UnavailableReason

  constructor(reason: UnavailableReason, message: string, cause?: unknown) {
    super(message, { cause })
    this.reason = reason
  }

  // A bundler may load this module more than once, and the connections that throw belong to whoever came first.
  static override [Symbol.hasInstance](value: unknown): boolean {
    return Error[Symbol.hasInstance](value) && Object(value).name === 'DatabaseUnavailable'
  }
}

/** The DatabaseUnavailable that `error` is or stands for; undefined when the database works and said no. */
export function asUnavailable(error: unknown): DatabaseUnavailable | undefined {
  if (error instanceof DatabaseUnavailable) return error
  const code = sqliteCode(error)
  const reason = code === undefined ? undefined : reasonOf(code)
  if (code === undefined || reason === undefined) return undefined
  return new DatabaseUnavailable(reason, `The database is unavailable (${code})`, error)
}

/** What `step` gives. Where it fails because the database does, the error is a DatabaseUnavailable. */
export async function orUnavailable<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (error) {
    throw asUnavailable(error) ?? error
  }
}

// https://www.sqlite.org/rescode.html; extended codes begin with the name of their primary code.
function reasonOf(code: string): UnavailableReason | undefined {
  if (/^SQLITE_(BUSY|LOCKED|PROTOCOL)/.test(code)) return 'locked'
  if (/^(SQLITE_FULL|ENOSPC)/.test(code)) return 'full'
  if (/^SQLITE_(IOERR|CANTOPEN|READONLY|CORRUPT|NOTADB|NOMEM|PERM)/.test(code)) return 'other'
  return undefined
}

// better-sqlite3 names the code itself; Prisma's adapter wraps the error and keeps the code in its cause.
function sqliteCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if ('code' in error && typeof error.code === 'string' && /^(SQLITE_|ENOSPC)/.test(error.code))
    return error.code
  const { cause } = error
  if (typeof cause !== 'object' || cause === null || !('originalCode' in cause)) return undefined
  return typeof cause.originalCode === 'string' ? cause.originalCode : undefined
}
