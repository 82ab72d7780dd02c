// Posts events as Stripe does: signed anew at every try, several at a time, and again later when the answer is not 2xx.
import { createHmac } from 'node:crypto'
import { type Answer, send } from '../send.ts'
import type { Progress } from './progress.ts'

/** Posts a body, as JSON unless `headers` say otherwise. `status` 0: no answer came, as when the server was killed. */
export function post(
  url: string,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return send({ url, method: 'POST', body, headers: { 'Content-Type': 'application/json', ...headers } })
}

/** The Stripe-Signature header of `body`. https://docs.stripe.com/webhooks#verify-manually */
export function signatureOf(
  body: string | Buffer,
  secret: string,
  at = Math.floor(Date.now() / 1000),
): string {
  return `t=${at},v1=${createHmac('sha256', secret).update(`${at}.`).update(body).digest('hex')}`
}

export interface Delivered {
  readonly answers: number
  /** Answers other than 2xx by status; 0: none came. */
  readonly refused: ReadonlyMap<number, number>
  /** Bodies that were never taken. */
  readonly givenUp: number
}

interface Delivering {
  readonly bodies: readonly string[]
  /** Where the next delivery goes; asked at each. */
  readonly urlOf: () => string
  readonly secret: string
  readonly workers: number
  /** How often one delivery is tried. */
  readonly tries?: number
  readonly progress?: Progress
}

/** Delivers all bodies in this order, but for those that must come again, which come again after the others. */
export async function deliver({
  bodies,
  urlOf,
  secret,
  workers,
  tries = 8,
  progress,
}: Delivering): Promise<Delivered> {
  const refused = new Map<number, number>()
  const queue = bodies.map((body) => ({ body, left: tries }))
  let [next, givenUp, answers] = [0, 0, 0]
  const work = async () => {
    for (let one = queue[next++]; one; one = queue[next++]) {
      const { status } = await post(urlOf(), one.body, { 'Stripe-Signature': signatureOf(one.body, secret) })
      answers += 1
      progress?.at(answers)
      if (status >= 200 && status < 300) continue
      refused.set(status, (refused.get(status) ?? 0) + 1)
      if (one.left > 1) queue.push({ body: one.body, left: one.left - 1 })
      else givenUp += 1
    }
  }
  await Promise.all(Array.from({ length: workers }, work))
  return { answers, refused, givenUp }
}
