// How long a transaction's work may take, whatever the database.

import { DatabaseUnavailable } from './database-unavailable.ts'

/** Local statements take milliseconds. Work that takes this long waits for something else, and everybody for it. */
export const WORK_LIMIT_MS = 5_000
// Prisma rolls back at the limit but leaves the promise open until the work ends, which it may never do.
const GRACE_MS = 250

/** What `work` gives, or a DatabaseUnavailable when it takes longer than `limitMs` and a little. */
export async function withinLimit<T>(work: Promise<T>, limitMs: number): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(overrun()), limitMs + GRACE_MS)
  try {
    return await Promise.race([work, promise])
  } finally {
    clearTimeout(timer)
  }
}

/** The DatabaseUnavailable for Prisma's P2028, "the transaction was already closed", which here only its limit does. */
export function asOverrun(error: unknown): DatabaseUnavailable | undefined {
  const closed = error instanceof Error && 'code' in error && error.code === 'P2028'
  return closed ? overrun(error) : undefined
}

function overrun(cause?: unknown): DatabaseUnavailable {
  return new DatabaseUnavailable('overrun', 'A transaction overran its time and was rolled back', cause)
}
