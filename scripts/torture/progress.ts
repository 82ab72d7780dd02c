// Lines that tell how far a long run has come, at most one in five seconds.

export interface Progress {
  /** Says how many of the whole are done, when it is time to. */
  readonly at: (done: number) => void
  /** Says that the whole is done, and gives the seconds that it took. */
  readonly end: () => number
}

const pauseMs = 5_000

/** Starts telling about `what`, of which there are `total`. */
export function progressOf(what: string, total: number): Progress {
  const started = performance.now()
  let told = started
  const seconds = () => (performance.now() - started) / 1000
  const tell = (done: number) => console.log(`    ${what}: ${done} of ${total}, ${seconds().toFixed(1)} s`)
  return {
    at(done) {
      if (performance.now() - told < pauseMs) return
      told = performance.now()
      tell(done)
    },
    end() {
      tell(total)
      return seconds()
    },
  }
}
