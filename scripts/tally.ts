// Keeps count of the checks of `npm test`. Whatever goes wrong on the way is a failure among the others, never the end of
// the count: the last line always comes.

export interface Count {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export interface Tally {
  /** Does one check. Gives whether it passed; when it throws, the reason is printed and one failure counted. */
  readonly check: (title: string, work: () => Promise<unknown>) => Promise<boolean>
  /** Does work that counts for itself. Throwing, or counting no test at all, is one failure. */
  readonly count: (title: string, work: () => Promise<Count>) => Promise<void>
  /** What was counted so far. */
  readonly total: () => Count
}

/** Starts a count at nothing; `say` prints a line. */
export function startTally(say: (line: string) => void = console.log): Tally {
  const total = { passed: 0, failed: 0, skipped: 0 }
  const fail = (title: string, reason: unknown) => {
    say(`✖ ${title}\n${reason instanceof Error ? reason.message : String(reason)}`)
    total.failed += 1
  }
  return {
    async check(title, work) {
      const started = performance.now()
      try {
        await work()
      } catch (error) {
        fail(title, error)
        return false
      }
      say(`✔ ${title} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
      total.passed += 1
      return true
    },
    async count(title, work) {
      try {
        const { passed, failed, skipped } = await work()
        if (passed + failed === 0) throw new Error('No test ran.')
        total.passed += passed
        total.failed += failed
        total.skipped += skipped
      } catch (error) {
        fail(title, error)
      }
    },
    total: () => ({ ...total }),
  }
}

/** What is said at the end: what was skipped, what to do next, and alone on the last line the count. */
export function closingLines({ passed, failed, skipped }: Count): string[] {
  const next =
    failed === 0
      ? 'All good: npm run demo opens the shop.'
      : 'What failed is told above, at each ✖ or ✘. Pictures of failed stories are in test-results; npm run format mends the format.'
  return ['', ...(skipped > 0 ? [`${skipped} skipped`] : []), next, `${passed} passed, ${failed} failed`]
}
