// What happens to an order at Stripe, deed by deed, some minutes apart.
import { cardFields, fillPaymentPage } from '../fill-payment-page.ts'
import type { PlannedOrder } from '../lives/planned-order.ts'
import type { Random } from '../random.ts'
import type { LocalStripe } from '../shops.ts'

export type Deed = () => Promise<void>

interface Circumstances {
  readonly stripe: LocalStripe
  readonly order: PlannedOrder
  readonly random: Random
}

type Deeds = (circumstances: Circumstances) => Deed[]

// https://docs.stripe.com/testing
const cards = {
  good: '4242424242424242',
  declined: '4000000000000002',
  refundPends: '4000000000007726',
  refundFails: '4000000000005126',
  disputed: '4000000000000259',
  inquiry: '4000000000001976',
}
// https://docs.stripe.com/payments/sepa-debit/accept-a-payment#test-integration
const ibans = { late: 'AT321904300235473204', lateNo: 'AT051904300235473205' }

/** Every course that an order can take, by name. A debit can pay in euros only; other orders are paid by card instead. */
export const deeds: Readonly<Record<string, Deeds>> = {
  paid: (at) => [() => payByCard(at, cards.good)],
  'declined, then paid': (at) => [() => payByCard(at, cards.declined), () => payByCard(at, cards.good)],
  abandoned: () => [],
  'paid by debit': (at) => [() => payByDebit(at, ibans.late)],
  'debit refused': (at) => [() => payByDebit(at, ibans.lateNo)],
  'expired by hand': (at) => [() => expire(at)],
  'refunded in full': (at) => [() => payByCard(at, cards.good), () => refund(at)],
  'refunded in parts': (at) => [() => payByCard(at, cards.good), () => refund(at, 60), () => refund(at, 70)],
  'refund pends': (at) => [() => payByCard(at, cards.refundPends), () => refund(at, 80)],
  'refund fails later': (at) => [() => payByCard(at, cards.refundFails), () => refund(at, 90)],
  disputed: (at) => [() => payByCard(at, cards.disputed)],
  'dispute lost': (at) => [() => payByCard(at, cards.disputed), () => closeDispute(at)],
  'dispute won': (at) => [() => payByCard(at, cards.disputed), () => win(at)],
  inquiry: (at) => [() => payByCard(at, cards.inquiry)],
}

async function payByCard(at: Circumstances, cardNumber: string): Promise<void> {
  await fill(at, cardFields(cardNumber))
}

async function payByDebit(at: Circumstances, iban: string): Promise<void> {
  if (at.order.currency !== 'eur') return payByCard(at, cards.good)
  await fill(at, { paymentMethod: 'sepa_debit', iban })
}

// A shopper who comes too late finds the session closed.
async function fill({ stripe, order }: Circumstances, fields: Record<string, string>): Promise<void> {
  const page = { url: stripe.url, sessionId: String(order.sessionId) }
  const status = await fillPaymentPage(page, { email: order.email, ...fields })
  if (status >= 500) throw new Error(`The page of ${order.id} answered ${status}`)
}

async function expire({ stripe, order }: Circumstances): Promise<void> {
  await stripe.call(`/v1/checkout/sessions/${order.sessionId}/expire`, {})
}

async function refund(at: Circumstances, amount?: number): Promise<void> {
  const intent = await intentOf(at)
  const fields = { payment_intent: intent ?? '', ...(amount !== undefined && { amount: String(amount) }) }
  if (intent !== null) await at.stripe.call('/v1/refunds', fields)
}

async function closeDispute(at: Circumstances): Promise<void> {
  const id = await disputeOf(at)
  if (id !== null) await at.stripe.call(`/v1/disputes/${id}/close`, {})
}

async function win(at: Circumstances): Promise<void> {
  const id = await disputeOf(at)
  const evidence = { 'evidence[uncategorized_text]': 'winning_evidence', submit: 'true' }
  if (id !== null) await at.stripe.call(`/v1/disputes/${id}`, evidence)
}

async function disputeOf(at: Circumstances): Promise<string | null> {
  const intent = await intentOf(at)
  const { data } = (await at.stripe.call(`/v1/disputes?payment_intent=${intent}`)) as {
    data: { id: string }[]
  }
  return data[0]?.id ?? null
}

async function intentOf({ stripe, order }: Circumstances): Promise<string | null> {
  const session = (await stripe.call(`/v1/checkout/sessions/${order.sessionId}`)) as {
    payment_intent: string | null
    payment_status: string
  }
  return session.payment_status === 'paid' ? session.payment_intent : null
}
