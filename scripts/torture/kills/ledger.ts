// What the world outside the shop knows for certain: it was told so by the shop.

/** What was promised to Stripe and to shoppers, and what went wrong in telling it. */
export interface Ledger {
  /** Events that the shop answered with 2xx. */
  readonly acknowledged: Set<string>
  /** Sessions whose address a shopper was shown, with that address. */
  readonly shown: Map<string, string>
  /** How often each route answered with each status; 0: not at all. */
  readonly answers: Map<string, number>
  readonly problems: string[]
}

/** A ledger with nothing in it. */
export function openLedger(): Ledger {
  return { acknowledged: new Set(), shown: new Map(), answers: new Map(), problems: [] }
}

/** Notes an answer of the shop's. An answer of 500 is never right. */
export function noteAnswer(
  ledger: Ledger,
  route: string,
  { status, body }: { status: number; body: string },
): void {
  const key = `${route} ${status}`
  ledger.answers.set(key, (ledger.answers.get(key) ?? 0) + 1)
  if (status === 500) ledger.problems.push(`${route} answered 500: ${body.slice(0, 200)}`)
}
