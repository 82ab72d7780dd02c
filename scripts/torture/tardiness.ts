// How late this machine is with everything, in milliseconds since the start: what is asked to happen in 50 ms happens later when
// other work has the processors. A time limit that a proof sets holds for the shop, not for its neighbours.
let late = 0
let last = performance.now()
const everyMs = 50

setInterval(() => {
  const now = performance.now()
  late += Math.max(0, now - last - everyMs - 1)
  last = now
}, everyMs).unref()

/** The sum of all lateness so far: take the difference of two. */
export function tardiness(): number {
  return late
}
