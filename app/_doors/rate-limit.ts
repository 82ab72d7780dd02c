// How often somebody may do something: a bucket of tokens for each key, kept as the one moment at which it will be full again
// (the generic cell rate algorithm). In memory and bounded: of more keys than that the longest silent are forgotten.

export interface Rate {
  /** How many at once. */
  readonly burst: number
  /** How many a minute in the long run. */
  readonly perMinute: number
}

export interface Asked {
  readonly cost: number
}

export interface RateLimit {
  /**
   * Takes `cost` tokens of the key's, one unless told. Gives 0, or how many milliseconds it is until there are so many; then
   * nothing was taken. There are never more than the burst. `now` is in milliseconds.
   */
  readonly take: (key: string, now: number, asked?: Asked) => number
  readonly keys: () => number
}

// A key with what the map needs for it is about 150 bytes: 3 MB.
const defaultMaximum = 20_000

/** A limit that keeps at most `maximumKeys` keys. */
export function rateLimit({ burst, perMinute }: Rate, maximumKeys = defaultMaximum): RateLimit {
  const interval = 60_000 / perMinute
  const fullAt = new Map<string, number>()
  return {
    keys: () => fullAt.size,
    take(key, now, { cost } = { cost: 1 }) {
      const full = Math.max(fullAt.get(key) ?? now, now)
      const wait = full - now - (burst - cost) * interval
      fullAt.delete(key)
      fullAt.set(key, wait > 0 ? full : full + cost * interval)
      if (fullAt.size > maximumKeys) forgetFirst(fullAt)
      return Math.max(0, wait)
    },
  }
}

// A map keeps the order in which keys were put in: the first is the longest silent.
function forgetFirst(keys: Map<string, number>): void {
  for (const key of keys.keys()) {
    keys.delete(key)
    return
  }
}
