// The part of the reference about refunds and disputes: of each the furthest status that was ever told.
import type { Json, StripeEvent } from './lives/stripe-objects.ts'
import { textOf } from './reference-order.ts'

/** A refund or a dispute. */
export interface ExpectedClaim {
  readonly paymentIntentId: string
  /** Minor units. */
  readonly amount: number
  readonly currency: string
  readonly status: string
  /** Milliseconds. */
  readonly createdAt: number
}

/** The refunds of a set of events, by id. */
export function foldRefunds(events: readonly StripeEvent[]): Map<string, ExpectedClaim> {
  return foldClaims(events.flatMap(refundsIn), refundChain)
}

export interface Refunded {
  readonly id: string
  readonly paymentIntentId: string
}

/** Every refund that is told to have succeeded, whatever else is told of it. */
export function listSucceededRefunds(events: readonly StripeEvent[]): Refunded[] {
  return events.flatMap(refundsIn).filter(({ status }) => status === 'succeeded')
}

/** The disputes of a set of events, by id. */
export function foldDisputes(events: readonly StripeEvent[]): Map<string, ExpectedClaim> {
  return foldClaims(events.flatMap(disputesIn), disputeChain)
}

/** Whether an event tells of a refund or a dispute of any payment. */
export function isOfClaims(event: StripeEvent): boolean {
  return refundsIn(event).length + disputesIn(event).length > 0
}

interface Claim extends ExpectedClaim {
  readonly id: string
}

// What each status can follow: https://docs.stripe.com/api/refunds/object#refund_object-status
const refundChain = ['requires_action', 'pending', 'succeeded', 'canceled', 'failed']
// An inquiry may become a dispute, and only a dispute is won or lost: https://docs.stripe.com/api/disputes/object#dispute_object-status
const disputeChain =
  'warning_needs_response warning_under_review warning_closed needs_response under_review prevented won lost'.split(
    ' ',
  )

const refundTypes = new Set(['refund.created', 'refund.updated', 'refund.failed', 'charge.refund.updated'])

function refundsIn({ type, data }: StripeEvent): Claim[] {
  if (refundTypes.has(type)) return claimsOf([data.object])
  const list =
    type === 'charge.refunded' ? (data.object['refunds'] as { data: Json[] } | undefined) : undefined
  return claimsOf(list?.data ?? [])
}

function disputesIn({ type, data }: StripeEvent): Claim[] {
  return type.startsWith('charge.dispute.') ? claimsOf([data.object]) : []
}

function claimsOf(objects: readonly Json[]): Claim[] {
  return objects.flatMap((object) => {
    const paymentIntentId = textOf(object['payment_intent'])
    if (paymentIntentId === null) return []
    return [
      {
        id: String(object['id']),
        paymentIntentId,
        amount: Number(object['amount']),
        currency: String(object['currency']),
        status: String(object['status']),
        createdAt: Number(object['created']) * 1000,
      },
    ]
  })
}

function foldClaims(claims: readonly Claim[], chain: readonly string[]): Map<string, ExpectedClaim> {
  const ordered = claims.toSorted((a, b) => chain.indexOf(a.status) - chain.indexOf(b.status))
  return new Map(ordered.map(({ id, ...claim }) => [id, claim]))
}
