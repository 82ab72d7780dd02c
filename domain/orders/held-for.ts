import { minutesToPay } from './order.ts'
import { listRunningOrders } from './order-store.ts'

export interface Held {
  /** By sku. */
  readonly units: ReadonlyMap<string, number>
  /** Whole minutes for which that is so; 0 when nothing is held, or not for long. */
  readonly minutes: number
}

/** What a shopper's own open checkouts hold for them: their next one may have it. Throws DatabaseUnavailable. */
export async function heldFor(shopper: string, now = new Date()): Promise<Held> {
  const holding = (await listRunningOrders(shopper)).filter(({ stock }) => stock === 'held')
  const units = new Map<string, number>()
  for (const { sku, quantity } of holding.flatMap(({ lines }) => lines))
    units.set(sku, (units.get(sku) ?? 0) + quantity)
  return { units, minutes: Math.max(0, ...holding.map((order) => minutesToPay(order, now))) }
}
