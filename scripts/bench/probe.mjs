// Loaded before the shop: at SIGUSR2 it writes what has held up the event loop since the last time, and what memory is held, to
// the file that KIOSK_PROBE_FILE names. Where KIOSK_PROBE_COLLECTS is set, all garbage is collected first: not where times are
// measured, for what V8 has learned of the code goes with it.
import { subscribe } from 'node:diagnostics_channel'
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
  const collections = watchCollections()
  /** @type {Map<string, number>} */
  const statements = new Map()
  watchStatements((sql, ms) => statements.set(sql, Math.max(ms, statements.get(sql) ?? 0)))
  process.on('SIGUSR2', () => {
    const longest = [...statements]
      .map(([sql, ms]) => ({ sql, ms }))
      .toSorted((one, other) => other.ms - one.ms)
    const waits = { waitMs: loop.max / 1e6, waitP99Ms: loop.percentile(99) / 1e6 }
    const garbage = collections.take()
    const collectionMs = Math.max(0, ...garbage.map(({ duration }) => duration))
    const seen = { ...waits, ...longestOf(turns, garbage), collectionMs, statements: longest }
    if (process.env.KIOSK_PROBE_COLLECTS) collect()
    const { heapUsed, rss } = process.memoryUsage()
    writeFileSync(`${to}.part`, JSON.stringify({ ...seen, heapUsed, rss }))
    renameSync(`${to}.part`, to)
    statements.clear()
    // What the writing took is nobody’s.
    setTimeout(() => {
      loop.reset()
      turns.length = 0
      collections.take()
    }, 20)
  })
}

/** @typedef {{ path: string, began: number, ended: number, work: number }} Turn */

// Each time that this thread has worked for long without letting anything else in.
function watchTurns() {
  /** @type {Turn[]} */
  const turns = []
  let path = ''
  subscribe('http.server.request.start', (asked) => {
    path = /** @type {{ request: { url: string } }} */ (asked).request.url
  })
  let [began, before] = [performance.now(), worked()]
  const beat = () => {
    const [ended, now] = [performance.now(), worked()]
    if (ended - began > 2) turns.push({ path, began, ended, work: now - before })
    ;[began, before] = [ended, now]
    setTimeout(beat, 1).unref()
  }
  beat()
  return turns
}

function watchCollections() {
  /** @type {import('node:perf_hooks').PerformanceEntry[]} */
  const noted = []
  const observer = new PerformanceObserver((list) => void noted.push(...list.getEntries()))
  observer.observe({ entryTypes: ['gc'] })
  return {
    take() {
      noted.push(...observer.takeRecords())
      return noted.splice(0)
    },
  }
}

/**
 * The most that was worked in one of `turns`, milliseconds, and the path last asked for in it. Collections of garbage apart: they
 * fall into whichever turn it is, and wait for what other programs do. Nor is a turn's work more than it took by the clock, which
 * the system counts work coarser than.
 * @param {readonly Turn[]} turns
 * @param {readonly import('node:perf_hooks').PerformanceEntry[]} collections
 */
function longestOf(turns, collections) {
  const works = turns.map(({ path, began, ended, work }) => {
    const within = collections.filter(({ startTime }) => startTime >= began && startTime < ended)
    const collecting = within.reduce((sum, { duration }) => sum + duration, 0)
    return { turnMs: Math.min(work, ended - began - collecting), turnOf: path }
  })
  return works.reduce((one, other) => (one.turnMs >= other.turnMs ? one : other), { turnMs: 0, turnOf: '' })
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
    const [began, before] = [performance.now(), worked()]
    try {
      return original.apply(this, args)
    } finally {
      note(this.source, Math.min(worked() - before, performance.now() - began))
    }
  }
}
