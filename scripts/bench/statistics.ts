/** The value below which the part `share` of `values` lies, 0.99 for a p99. NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** The value in the middle. NaN of none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}
