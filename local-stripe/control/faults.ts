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
/** Which calls a fault is for: a path or the beginning of one, a method or any, a text in its parameters, how many times. */
export type FaultOrder = Fault & { path: string; method: string | null; match: string | null; times: number }
type Call = { method: string; path: string; query: string; body: string | null }
export type Faults = {
  order(order: FaultOrder): void
  /** The fault of this call, used up by asking; null when it has none. */
  take(call: Call): Fault | null
  /** Those that were not used up yet. */
  list(): FaultOrder[]
  clear(): void
}

/** The faults ordered so far: none. */
export function createFaults(): Faults {
  let orders: FaultOrder[] = []
  return {
    order: (order) => void orders.push({ ...order }),
    take(call) {
      if (orders.length === 0) return null
      const parameters = decoded(call)
      const order = orders.find((one) => isMeant(one, call) && parameters.includes(one.match ?? ''))
      if (order === undefined) return null
      order.times -= 1
      orders = orders.filter((one) => one.times > 0)
      return { fault: order.fault, ms: order.ms }
    },
    list: () => orders,
    clear: () => void (orders = []),
  }
}

function isMeant(order: FaultOrder, { method, path }: Call): boolean {
  return path.startsWith(order.path) && (order.method ?? method) === method
}

/** The parameters as they were before they became a form; as they came when they are none. */
function decoded({ query, body }: Call): string {
  const sent = `${query}&${body ?? ''}`.replaceAll('+', ' ')
  try {
    return decodeURIComponent(sent)
  } catch {
    return sent
  }
}
