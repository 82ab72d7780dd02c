// Faults that a test orders for the next API calls. `…-after-effect` means: the call does its work, then the caller
// never learns of it.

export const faultNames = [
  '429',
  '500',
  'hang',
  'reset',
  'slow',
  '500-after-effect',
  'hang-after-effect',
  'reset-after-effect',
] as const
export type FaultName = (typeof faultNames)[number]
export type Fault = { fault: FaultName; ms: number }
/** Which calls a fault is for: a path or the beginning of one, a method or any, how many times. */
export type FaultOrder = Fault & { path: string; method: string | null; times: number }
export type Faults = {
  order(order: FaultOrder): void
  /** The fault of this call, used up by asking; null when it has none. */
  take(call: { method: string; path: string }): Fault | null
  clear(): void
}

/** The faults ordered so far: none. */
export function createFaults(): Faults {
  let orders: FaultOrder[] = []
  return {
    order: (order) => void orders.push({ ...order }),
    take({ method, path }) {
      if (orders.length === 0) return null
      const order = orders.find((one) => path.startsWith(one.path) && (one.method ?? method) === method)
      if (order === undefined) return null
      order.times -= 1
      orders = orders.filter((one) => one.times > 0)
      return { fault: order.fault, ms: order.ms }
    },
    clear: () => void (orders = []),
  }
}
