// What the shop has already of what Stripe lists: it need not be written again.
import { reader } from '#prisma/client'

const idAndStatus = { id: true, status: true } as const

export interface KnownEvent {
  readonly type: string
  /** What became of it: applied, ignored, pending or parked. */
  readonly state: string
}

/** Those of these events that are stored, by id. */
export async function findKnownEvents(ids: readonly string[]): Promise<Map<string, KnownEvent>> {
  const rows = await reader().inboxEvent.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, type: true, state: true },
  })
  return new Map(rows.map(({ id, type, state }) => [id, { type, state }]))
}

/** The stored statuses of these refunds, by id. */
export async function findRefundStatuses(ids: readonly string[]): Promise<Map<string, string>> {
  return statuses(await reader().refund.findMany({ where: { id: { in: [...ids] } }, select: idAndStatus }))
}

/** The stored statuses of these disputes, by id. */
export async function findDisputeStatuses(ids: readonly string[]): Promise<Map<string, string>> {
  return statuses(await reader().dispute.findMany({ where: { id: { in: [...ids] } }, select: idAndStatus }))
}

function statuses(rows: readonly { id: string; status: string }[]): Map<string, string> {
  return new Map(rows.map(({ id, status }) => [id, status]))
}
