// Everything that Local Stripe answers and tells of while tests run, held against Stripe's types afterwards.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runScript } from './step.ts'

/** Lets every Local Stripe that is started from now on keep its answers, until they are validated. */
export function keepAnswers(): { validate: () => Promise<void> } {
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-answers-'))
  process.env.LOCAL_STRIPE_ANSWERS = folder
  return {
    /** Validates what was kept. Rejects when there is nothing, or anything that Stripe would not give. */
    async validate() {
      delete process.env.LOCAL_STRIPE_ANSWERS
      try {
        await runScript('local-stripe/testing/validate-answers.ts', [folder])
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  }
}
