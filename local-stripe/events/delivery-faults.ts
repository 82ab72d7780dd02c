// Faults that a test orders for webhooks on their way. Each order hits the next deliveries of its type, each delivery
// once; what is sent again later can be hit by another order.

export const deliveryFaultNames = ['drop', 'swallow', 'delay', 'duplicate', 'reorder'] as const
export type DeliveryFaultName = (typeof deliveryFaultNames)[number]
/** For the next `times` webhooks of a type (null: of any). `ms`: how late a delayed one is, or the last reordered one. */
export type DeliveryFaultOrder = { fault: DeliveryFaultName; type: string | null; times: number; ms: number }
/** What becomes of one delivery; `delay` in milliseconds. */
export type DeliveryFault = { fault: 'drop' | 'swallow' | 'duplicate' } | { fault: 'delay'; delay: number }
export type DeliveryFaults = {
  order(order: DeliveryFaultOrder): void
  /** The fault of a delivery that is about to be sent, used up by asking; null when it has none. */
  take(delivery: number, type: () => string): DeliveryFault | null
  /** Leaves a delivery alone: the second of a duplicated one. */
  spare(delivery: number): void
  /** Those that were not used up yet, `times` being what is left of them. */
  list(): DeliveryFaultOrder[]
  clear(): void
}
type Order = DeliveryFaultOrder & { left: number; hit: Set<number> }

/** The faults ordered so far: none. */
export function createDeliveryFaults(): DeliveryFaults {
  let orders: Order[] = []
  return {
    order: (order) => void orders.push({ ...order, left: order.times, hit: new Set() }),
    take(delivery, type) {
      const order = orders.find((one) => !one.hit.has(delivery) && (one.type === null || one.type === type()))
      if (order === undefined) return null
      const fault = faultOf(order)
      order.left -= 1
      if (fault.fault === 'delay' || fault.fault === 'duplicate') order.hit.add(delivery)
      if (order.left <= 0) orders = orders.filter((one) => one !== order)
      return fault
    },
    spare(delivery) {
      for (const order of orders) order.hit.add(delivery)
    },
    list: () => orders.map(({ fault, type, left, ms }) => ({ fault, type, times: left, ms })),
    clear: () => void (orders = []),
  }
}

/** Reordered webhooks come back to front: the first of them waits longest, the last one a short while. */
function faultOf(order: Order): DeliveryFault {
  switch (order.fault) {
    case 'delay':
      return { fault: 'delay', delay: order.ms }
    case 'reorder':
      return { fault: 'delay', delay: (order.ms * order.left) / order.times }
    case 'drop':
    case 'swallow':
    case 'duplicate':
    default:
      return { fault: order.fault }
  }
}
