// Chance that can be had again: everything a proof chooses comes from a generator like this, and that from the seed.

export interface Random {
  /** At least 0, less than 1. */
  readonly next: () => number
  /** A whole number, both ends included. */
  readonly integer: (least: number, most: number) => number
  readonly chance: (probability: number) => boolean
  /** One of `choices`. Throws when there is none. */
  readonly pick: <T>(choices: readonly T[]) => T
  /** A new list with the same members in another order. */
  readonly shuffle: <T>(list: readonly T[]) => T[]
  /** A generator of its own for each label, so that a choice added here moves none there. */
  readonly fork: (label: string) => Random
}

/** The generator of `seed`, a whole number. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  // mulberry32: small, fast, and good enough to shuffle with.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const integer = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    pick: (choices) => pick(choices, integer(0, choices.length - 1)),
    shuffle: (list) => shuffle(list, integer),
    fork: (label) => randomOf(hash(label, seed)),
  }
}

function pick<T>(choices: readonly T[], index: number): T {
  if (choices.length === 0) throw new Error('Nothing to pick from')
  return choices[index] as T
}

function shuffle<T>(list: readonly T[], integer: Random['integer']): T[] {
  const shuffled = [...list]
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = integer(0, last)
    ;[shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T]
  }
  return shuffled
}

// FNV-1a
function hash(text: string, seed: number): number {
  let value = (0x811c9dc5 ^ seed) >>> 0
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return value
}
