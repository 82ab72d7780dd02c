const size = 100

export interface Page<Row> {
  /** The last row of the page before, whatever has become of it; null: from the beginning. */
  readonly after: Row | null
  readonly limit: number
}

/**
 * Every row of a list, however long it is, read a page at a time. `list` gives at most `limit` rows of those after `after`, in
 * an order of what never changes: then none comes twice and none is left out, whatever is done to them on the way.
 */
export async function* walkPages<Row>(list: (page: Page<Row>) => Promise<Row[]>): AsyncGenerator<Row> {
  let after: Row | null = null
  while (true) {
    const page: Row[] = await list({ after, limit: size })
    yield* page
    if (page.length < size) return
    after = page.at(-1) ?? null
  }
}
