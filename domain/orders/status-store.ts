// What became of orders, without the orders themselves: what whoever waits asks for again and again. Only keys are looked up.
import { reader } from '#prisma/client'
import { type OrderStatus, statusOf } from './order.ts'
import { readFacts } from './order-row.ts'

/** An order by its page's token or by its session: whatever the reader's address has. */
export type OrderAddress = { readonly token: string } | { readonly sessionId: string }

/** An order's status as far as Stripe's word on its payment goes; money that went back is not looked at. */
export interface KnownStatus {
  readonly id: string
  readonly status: OrderStatus
}

/** Whether an order with this status is not yet what it will be: it waits for its shopper, or for a bank. */
export function isWaiting(status: OrderStatus): boolean {
  return status === 'open' || status === 'processing'
}

const facts = { id: true, session: true, payment: true, review: true } as const
// Not every database can so much as look for every text.
const addressForm = /^[\w-]{1,255}$/

/** The status of the order at an address, or null when there is none. */
export async function findStatus(address: OrderAddress): Promise<KnownStatus | null> {
  if (!Object.values(address).every((part) => addressForm.test(part))) return null
  const row = await reader().order.findUnique({ where: address, select: facts })
  return row && toKnownStatus(row)
}

/** The statuses of the orders with these ids. */
export async function listStatuses(ids: readonly string[]): Promise<KnownStatus[]> {
  const rows = await reader().order.findMany({ where: { id: { in: [...ids] } }, select: facts })
  return rows.map(toKnownStatus)
}

function toKnownStatus(row: Record<keyof typeof facts, string>): KnownStatus {
  return { id: row.id, status: statusOf({ ...readFacts(row), amountPaid: null, refunds: [], disputes: [] }) }
}
