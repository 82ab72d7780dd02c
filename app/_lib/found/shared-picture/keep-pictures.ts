// Drawn pictures are kept, those that were asked for last; and they are drawn one after the other, so that many of them at
// once hold up nobody.

export type Drawn = Promise<Buffer<ArrayBuffer>>

export interface Pictures {
  /** The picture of this name, if it is kept or being drawn. */
  find(name: string): Drawn | undefined
  /** Draws a picture when its turn comes, and keeps it; a failure is not kept. */
  draw(name: string, work: () => Drawn): Drawn
}

/** A place for `most` pictures. One of them is about 60 kB. */
export function keepPictures(most = 200): Pictures {
  const kept = new Map<string, Drawn>()
  let turn: Promise<unknown> = Promise.resolve()

  function keep(name: string, drawn: Drawn): void {
    kept.delete(name)
    kept.set(name, drawn)
    const [longestSilent] = kept.keys()
    if (kept.size > most && longestSilent !== undefined) kept.delete(longestSilent)
  }

  return {
    find(name) {
      const drawn = kept.get(name)
      if (drawn) keep(name, drawn)
      return drawn
    },
    draw(name, work) {
      const drawn = turn.then(work)
      turn = drawn.catch(() => kept.delete(name))
      keep(name, drawn)
      return drawn
    },
  }
}
