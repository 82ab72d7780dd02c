// Loaded before the shop: at SIGUSR2 it writes what has held up the event loop since the last time, and what memory is held, to
// the file that KIOSK_PROBE_FILE names. Where KIOSK_PROBE_COLLECTS is set, all garbage is collected first: not where times are
// measured, for what V8 has learned of the code goes with it.
import { renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { monitorEventLoopDelay, PerformanceObserver } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const file = process.env.KIOSK_PROBE_FILE
if (file) probe(file)

/** @param {string} to */
function probe(to) {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc')
  const loop = monitorEventLoopDelay({ resolution: 1 })
  loop.enable()
  const turns = watchTurns()
  let collectionMs = 0
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) collectionMs = Math.max(collectionMs, duration)
  }).observe({ entryTypes: ['gc'] })
  /** @type {Map<string, number>} */
  const statements = new Map()
  watchStatements((sql, ms) => statements.set(sql, Math.max(ms, statements.get(sql) ?? 0)))
  process.on('SIGUSR2', () => {
    const longest = [...statements]
      .map(([sql, ms]) => ({ sql, ms }))
      .toSorted((one, other) => other.ms - one.ms)
    const waits = { waitMs: loop.max / 1e6, waitP99Ms: loop.percentile(99) / 1e6 }
    const seen = { ...waits, turnMs: turns.longest, collectionMs, statements: longest }
    if (process.env.KIOSK_PROBE_COLLECTS) collect()
    const { heapUsed, rss } = process.memoryUsage()
    writeFileSync(`${to}.part`, JSON.stringify({ ...seen, heapUsed, rss }))
    renameSync(`${to}.part`, to)
    statements.clear()
    // What the writing took is nobody’s.
    setTimeout(() => {
      loop.reset()
      turns.longest = 0
      collectionMs = 0
    }, 20)
  })
}

// The most that this thread has worked without letting anything else in. Work, not time: what other programs on the machine do
// is not in it.
function watchTurns() {
  const turns = { longest: 0 }
  let before = worked()
  const beat = () => {
    const now = worked()
    turns.longest = Math.max(turns.longest, now - before)
    before = now
    setTimeout(beat, 1).unref()
  }
  beat()
  return turns
}

/** Milliseconds of work of this thread. */
function worked() {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** @param {(sql: string, ms: number) => void} note */
function watchStatements(note) {
  const Database = createRequire(import.meta.url)('better-sqlite3')
  const { prepare } = Database.prototype
  const watched = new WeakSet()
  Database.prototype.prepare = function watchedPrepare(...args) {
    const statement = prepare.apply(this, args)
    const prototype = Object.getPrototypeOf(statement)
    // All statements share one prototype, which only a statement shows.
    if (!watched.has(prototype)) {
      watched.add(prototype)
      for (const name of ['run', 'get', 'all']) prototype[name] = timed(prototype[name], note)
    }
    return statement
  }
}

/**
 * @param {(this: { source: string }, ...args: unknown[]) => unknown} original
 * @param {(sql: string, ms: number) => void} note
 */
function timed(original, note) {
  return function timedStatement(...args) {
    const before = worked()
    try {
      return original.apply(this, args)
    } finally {
      note(this.source, worked() - before)
    }
  }
}
