// The command that holds what Local Stripe answered in tests against Stripe's types:
// node local-stripe/testing/validate-answers.ts <folder>, the folder being what LOCAL_STRIPE_ANSWERS named.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCheck, type Violation } from './answer-schemas.ts'
import type { KeptAnswer } from '../api/keep-answers.ts'

const shown = 20

/** Checks all that was kept in a folder. Gives how many answers and events there were, and what was wrong with them. */
export function validateAnswers(folder: string): { count: number; violations: Violation[] } {
  const check = createCheck()
  const lines = globSync(join(folder, '*.jsonl')).flatMap((file) => readFileSync(file, 'utf8').split('\n'))
  const kept = [...new Set(lines)].filter((line) => line !== '')
  const violations = new Map<string, Violation>()
  for (const line of kept) {
    const answer: KeptAnswer = JSON.parse(line)
    const found = check(answer)
    if (found !== null) violations.set(`${found.operation} ${found.path} ${found.reason}`, found)
  }
  return { count: kept.length, violations: [...violations.values()] }
}

/** A violation in a line. */
export function sayViolation({ operation, path, reason, value }: Violation): string {
  return `${operation}: ${path} ${reason}\n    ${value}`
}

function run(folder: string): void {
  const { count, violations } = validateAnswers(folder)
  for (const violation of violations.slice(0, shown)) console.error(sayViolation(violation))
  console.log(`${count} different answers and events, ${violations.length} that Stripe would not give`)
  process.exitCode = count > 0 && violations.length === 0 ? 0 : 1
}

if (import.meta.main) run(process.argv[2] ?? '')
