// What must happen later (a session expires, a debit settles), kept in the database so that a restart forgets nothing.
import type { DatabaseSync, StatementSync } from 'node:sqlite'

const tasks = [
  'expire_session',
  'settle_payment',
  'book_charge',
  'release_funds',
  'settle_refund',
  'settle_dispute',
  'end_dispute',
  'lapse_coupon',
  'lapse_promotion_code',
] as const
export type Task = (typeof tasks)[number]
/** Whether a word is a task: another version of Local Stripe may have others. */
export function isTask(word: unknown): word is Task {
  return tasks.some((task) => task === word)
}
export type Agenda = {
  /** Puts a task down for a moment, in milliseconds since 1970. */
  add(entry: { task: Task; subject: string; due: number }): void
  /** Runs everything that is due, in order. */
  runDue(): void
  /** When the next task is due, in milliseconds since 1970; Infinity when there is none. */
  next(): number
  /** Looks at the clock and the tasks again, after they were changed from outside. */
  wake(): void
  close(): void
}
export type Work = Record<Task, (subject: string) => void>

const longestSleep = 60_000

/** The agenda over an open database: `clock` in milliseconds, `work` says what each task does. */
export function createAgenda(options: { database: DatabaseSync; clock: () => number; work: Work }): Agenda {
  const { database, clock, work } = options
  const insert = database.prepare('INSERT INTO agenda (due, task, subject) VALUES (?, ?, ?)')
  const due = database.prepare('SELECT id, task, subject FROM agenda WHERE due <= ? ORDER BY due, id LIMIT 1')
  const remove = database.prepare('DELETE FROM agenda WHERE id = ?')
  const first = database.prepare('SELECT min(due) AS due FROM agenda')
  let next = readDue(first)
  let timer: NodeJS.Timeout | undefined

  function sleep(): void {
    clearTimeout(timer)
    timer = setTimeout(runDue, Math.max(0, Math.min(next - clock(), longestSleep)))
    timer.unref()
  }
  function runDue(): void {
    while (next <= clock()) {
      const row = due.get(clock())
      if (row !== undefined) {
        remove.run(row['id'] ?? null)
        work[parseTask(row['task'])](String(row['subject']))
      }
      next = readDue(first)
    }
    sleep()
  }
  return {
    add(entry) {
      insert.run(entry.due, entry.task, entry.subject)
      if (entry.due >= next) return
      next = entry.due
      sleep()
    },
    runDue: () => (next <= clock() ? runDue() : undefined),
    next: () => next,
    wake() {
      next = readDue(first)
      runDue()
    },
    close: () => clearTimeout(timer),
  }
}

function readDue(first: StatementSync): number {
  return Number(first.get()?.['due'] ?? Number.POSITIVE_INFINITY)
}

function parseTask(value: unknown): Task {
  if (isTask(value)) return value
  throw new Error(`The agenda holds an unknown task: ${String(value)}`)
}
