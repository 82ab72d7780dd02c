// How far apart two words are in writing, for those who slip on the keyboard.

/** The word of `words` that is nearest to a misspelt one; null when each differs in more than a slip or two. Of equals the first. */
export function nearestWord(misspelt: string, words: readonly string[]): string | null {
  const most = misspelt.length < 6 ? 1 : 2
  const near = words
    .filter((word) => Math.abs(word.length - misspelt.length) <= most)
    .map((word) => ({ word, slips: slipsBetween(misspelt, word) }))
    .filter(({ slips }) => slips > 0 && slips <= most)
  return near.toSorted((a, b) => a.slips - b.slips)[0]?.word ?? null
}

/** A word in which two letters side by side have changed places, each such word. */
export function swaps(word: string): string[] {
  return Array.from(word.slice(1), (letter, at) => {
    return `${word.slice(0, at)}${letter}${word[at]}${word.slice(at + 2)}`
  })
}

// A letter too many, one too few, another one, or two that changed places, each counts once.
// https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance (optimal string alignment)
function slipsBetween(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const at = (up: number, left: number) => rows[i - up]?.[j - left] ?? Number.POSITIVE_INFINITY
      const isSame = a[i - 1] === b[j - 1]
      const hasChangedPlaces = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row[j] = Math.min(
        at(1, 0) + 1,
        (row[j - 1] ?? Number.POSITIVE_INFINITY) + 1,
        at(1, 1) + (isSame ? 0 : 1),
        hasChangedPlaces ? at(2, 2) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    rows.push(row)
  }
  return rows[a.length]?.[b.length] ?? Number.POSITIVE_INFINITY
}
