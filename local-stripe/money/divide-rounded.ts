// Parts of amounts, exactly: floating point would lose a cent here and there.

/**
 * `amount * times / by`, rounded half up to a multiple of `step`, the smallest amount of a currency.
 * All are whole numbers, not negative; `by` and `step` are at least 1.
 */
export function divideRounded(share: { amount: number; times: number; by: number; step: number }): number {
  const { amount, times, by, step } = share
  const divisor = BigInt(by) * BigInt(step)
  const doubled = BigInt(amount) * BigInt(times) * 2n + divisor
  return Number(doubled / (divisor * 2n)) * step
}
