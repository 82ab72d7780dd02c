// A Stripe that knows sessions only, and answers when it is told to: what it read may be old by the time it arrives.
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { PlannedOrder } from '../lives/planned-order.ts'
import { intentOf, sessionOf } from '../lives/stripe-objects.ts'

export interface StripeGate {
  readonly url: string
  /** From now on the order's session is paid. */
  readonly pay: (order: PlannedOrder) => void
  /** Holds the answer to the next question about the order's session. */
  readonly hold: (order: PlannedOrder) => Held
  readonly close: () => void
}

export interface Held {
  /** Fulfilled when the question is there. */
  readonly asked: Promise<void>
  /** Reads the answer, as things are now. */
  readonly read: () => void
  /** Sends what was read. */
  readonly send: () => void
}

interface Question {
  readonly arrive: () => void
  answer: ServerResponse | null
  body: string
}

/** Opens it on a free port. Questions that nobody holds are answered at once. */
export async function openStripeGate(orders: readonly PlannedOrder[]): Promise<StripeGate> {
  const bySession = new Map(orders.map((order) => [order.sessionId, order]))
  const paid = new Set<string>()
  const questions = new Map<string, Question>()
  const bodyOf = (order: PlannedOrder) =>
    JSON.stringify(paid.has(order.id) ? paidSession(order) : openSession(order))
  const server = createServer((request, answer) => {
    answer.setHeader('Content-Type', 'application/json')
    const order = bySession.get(/sessions\/(\w+)/.exec(request.url ?? '')?.[1] ?? '')
    if (!order)
      return void answer
        .writeHead(404)
        .end('{"error":{"type":"invalid_request_error","code":"resource_missing"}}')
    const question = questions.get(order.id)
    if (!question || question.answer) return void answer.end(bodyOf(order))
    question.answer = answer
    question.arrive()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    pay: ({ id }) => void paid.add(id),
    hold(order) {
      const { promise: asked, resolve: arrive } = Promise.withResolvers<void>()
      const question: Question = { arrive, answer: null, body: '' }
      questions.set(order.id, question)
      return {
        asked,
        read: () => void (question.body = bodyOf(order)),
        send: () => void question.answer?.end(question.body),
      }
    },
    close: () => void server.close(),
  }
}

function paidSession(order: PlannedOrder) {
  return sessionOf(order, {
    payment_intent: { id: intentOf(order), object: 'payment_intent', status: 'succeeded' },
  })
}

function openSession(order: PlannedOrder) {
  return sessionOf(order, {
    status: 'open',
    payment_status: 'unpaid',
    payment_intent: null,
    customer_details: null,
    url: 'https://pay.example',
  })
}
