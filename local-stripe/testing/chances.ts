// Chance that a test can repeat.

/** Numbers from 0 to 1 that are the same for the same start at every run. */
export function chances(start: number): () => number {
  let state = start
  return () => {
    state = Math.imul(state ^ (state >>> 15), state | 1) + 0x6d_2b_79_f5
    return ((state ^ (state >>> 14)) >>> 0) / 2 ** 32
  }
}
