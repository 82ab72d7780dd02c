// How many streams stay open at once: each holds a connection for minutes. Who finds no place asks from time to time instead.

const maximum = { perAddress: 10, together: 300 }

export interface StreamPlaces {
  /** Takes a place for somebody at `address`, and gives what leaves it again, once; null: there is none. */
  readonly take: (address: string | null) => (() => void) | null
  readonly taken: () => number
}

/** Places for streams in this process, none of them taken. */
export function streamPlaces({ perAddress, together } = maximum): StreamPlaces {
  const byAddress = new Map<string, number>()
  let all = 0

  function change(address: string, by: 1 | -1): void {
    const count = (byAddress.get(address) ?? 0) + by
    all += by
    if (count === 0) byAddress.delete(address)
    else byAddress.set(address, count)
  }

  return {
    taken: () => all,
    take(from) {
      const address = from ?? ''
      if (all >= together || (byAddress.get(address) ?? 0) >= perAddress) return null
      change(address, 1)
      let isLeft = false
      return () => {
        if (!isLeft) change(address, -1)
        isLeft = true
      }
    },
  }
}
