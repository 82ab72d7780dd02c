// The points that a shop passes, and the kill that waits at one of them. Counted by the process itself, so that the kill
// falls between two steps and not somewhere near them.
import { appendFileSync } from 'node:fs'

/** @typedef {{ point: string, when: 'before' | 'after', occurrence: number }} Kill */

/** @type {Kill | null} */
let kill = null
let arrivals = 0

/**
 * Has the process killed at the `occurrence`-th arrival before or after `point`, counted from now; null: nowhere.
 * @param {Kill | null} order
 */
export function killAt(order) {
  kill = order
  arrivals = 0
}

/**
 * Says that the process is at a point; where the kill waits, it does not return.
 * @param {string} point
 * @param {'before' | 'after'} when
 */
export function arrive(point, when) {
  tell({ point, when })
  if (kill === null || kill.point !== point || kill.when !== when) return
  arrivals += 1
  if (arrivals < kill.occurrence) return
  write(process.env.TORTURE_KILLED, { point, when })
  process.kill(process.pid, 'SIGKILL')
}

/**
 * Does `step` between the two sides of the points.
 * @template Result
 * @param {readonly string[]} points
 * @param {() => Result} step
 * @returns {Result}
 */
export function pass(points, step) {
  for (const point of points) arrive(point, 'before')
  const result = step()
  if (result instanceof Promise) return /** @type {Result} */ (result.finally(() => leave(points)))
  leave(points)
  return result
}

/** @param {readonly string[]} points */
export function leave(points) {
  for (const point of points) arrive(point, 'after')
}

// For finding out by hand which points there are.
/** @param {object} arrival */
function tell(arrival) {
  if (process.env.TORTURE_TRACE) write(process.env.TORTURE_TRACE, arrival)
}

/**
 * @param {string | undefined} file
 * @param {object} line
 */
function write(file, line) {
  if (file) appendFileSync(file, `${JSON.stringify(line)}\n`)
}
